// The report of `tanggap clock` for people, on a terminal. Never fails.
#pragma once
#include "base/language.h"
#include "deadlines/clock.h"

namespace deadlines {

/// One line per deadline.
[[nodiscard]] std::string to_text(const ClockReport& report, base::Language language);
/// Day by day, with rule, version and source.
[[nodiscard]] std::string to_explanation(const ClockReport& report, base::Language language);

} // namespace deadlines
