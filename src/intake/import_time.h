// Moments as registers write them: ISO 8601, "31/01/2026 08.30", "31-01-2026", "31-01-2026 08:30:15". Pure.
// Anything else is `field.invalid` of the field named.
#pragma once
#include "base/time.h"

namespace intake {

/// Day before month, as Indonesia writes it; without an offset in the zone; without a time of day at 00.00.
[[nodiscard]] base::Result<base::Time> read_import_time(std::string_view text, base::Zone zone,
                                                        std::string_view field = "created_at");

} // namespace intake
