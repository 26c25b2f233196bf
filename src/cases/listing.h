// Conditions of a list of cases as the public and jobs ask for it. Plain data.
#pragma once
#include "cases/view.h"

namespace cases {

/// What is empty fits all. Newest first, behind `after`.
struct Listing {
    std::vector<State> states;
    std::vector<OfficeId> offices; ///< with only_public: those that the public may know as a case's office
    std::string topic;
    std::string area;          ///< and all below it
    std::string words;         ///< as they were typed; for search_public() alone
    bool only_public = false;  ///< leaves out whistleblowing
    bool only_overdue = false; ///< the clock of solving has passed
    std::optional<ViewMark> after = {};
    int limit = 50;
};

} // namespace cases
