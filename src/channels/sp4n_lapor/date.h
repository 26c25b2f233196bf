// Dates as Indonesian programs and people write them.
#pragma once
#include "base/time.h"

namespace channels::sp4n_lapor {

/// "2026-10-05 08:30:12", "05/10/2026", "5-10-2026 08.30", "Senin, 5 Oktober 2026 pukul 08.30 WIB", "5 Okt
/// 26"; day before month always, but year first with four digits. A zone said in words wins over `zone`; a
/// day alone is its first moment. field.invalid "date" for anything else.
[[nodiscard]] base::Result<base::Time> read_date(std::string_view text, base::Zone zone);

} // namespace channels::sp4n_lapor
