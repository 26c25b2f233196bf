// Conditions of a list of cases, and counts over all of them. Plain data.
#pragma once
#include "cases/case.h"

namespace cases {

/// Conditions of a list; what is empty fits all. Newest first, below `before` when it is not 0.
struct Listing {
    std::vector<State> states;
    std::vector<OfficeId> offices;
    bool or_without_office = false; ///< cases in the coordinator's queue too
    std::string topic;
    std::string area;  ///< and all below it
    std::string words; ///< as they were typed; for search_public() alone
    StaffId person;
    bool only_public = false; ///< leaves out whistleblowing
    base::Time overdue_at{};  ///< when set: only those with a running deadline due before it
    std::int64_t before = 0;
    int limit = 50;
};
struct StateCount {
    State state = State::received;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))
struct AreaCount {
    std::string area;
    State state = State::received;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(AreaCount, (), (area, state, count))

} // namespace cases
