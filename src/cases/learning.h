// What people decided about a case, as a text to learn from.
#pragma once
#include "cases/case.h"

namespace cases {

struct DecidedCase {
    CaseId id;
    bool is_archived =
        false;        ///< what for is said by its events alone: kind, topic and office were not decided
    std::string text; ///< masked
    Kind kind = Kind::complaint;
    std::optional<std::string> topic;
    std::optional<OfficeId> office;
    base::Time received_at{};
};
inline constexpr int most_decided_cases = 50'000;

} // namespace cases
