// Times and spans as people read them: "Selasa, 26 Mei 2026 pukul 18.23 WIB", "2 hari 4 jam".
#pragma once
#include "base/language.h"
#include "base/time.h"

namespace base {

/// "Selasa, 26 Mei 2026"
[[nodiscard]] std::string spoken_day(Day day, Language language);
/// "26 Mei"
[[nodiscard]] std::string short_day(Day day, Language language);
/// "Selasa, 26 Mei 2026 pukul 18.23 WIB"
[[nodiscard]] std::string spoken_time(Time time, Zone zone, Language language);
/// "26 Mei 18.23 WIB"
[[nodiscard]] std::string short_time(Time time, Zone zone, Language language);
/// The two largest units: "2 hari 4 jam", "5 jam", and minutes only under an hour.
[[nodiscard]] std::string spoken_span(Duration span, Language language);
/// "2026-05", as "Mei 2026"
[[nodiscard]] std::string spoken_month(Day day, Language language);

} // namespace base
