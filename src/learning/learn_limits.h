// How much there must be to learn from, and to judge by.
#pragma once
#include <cstdint>

namespace learning {

inline constexpr std::int64_t fewest_decided_cases = 200; ///< to learn from
inline constexpr std::int64_t fewest_judged_cases = 40;   ///< that are later than what the champions know

} // namespace learning
