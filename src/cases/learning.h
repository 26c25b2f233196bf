// What people decided about a case, as a text to learn from.
#pragma once
#include "cases/case.h"

namespace cases {

struct DecidedCase {
    std::string text; ///< masked
    std::optional<std::string> topic;
    std::optional<OfficeId> office;
};
inline constexpr int most_decided_cases = 100'000;

} // namespace cases
