// A time of the day as people write it: "20.00", "6:30". Reading anything else gives nothing.
#pragma once
#include "base/time.h"

#include <optional>
#include <string_view>

namespace deadlines {

/// Since midnight, below 24 hours.
[[nodiscard]] std::optional<std::chrono::minutes> parse_clock_time(std::string_view text) noexcept;

} // namespace deadlines
