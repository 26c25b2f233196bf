// Deadlines that were counted before a year's holidays were known, once they are: offered to who may change
// them, and counted anew in one step with a reason, each as an event. Nothing moves by itself. Refusals:
// invalid `case.needs_reason`, `item.too_large`.
#pragma once
#include "cases/case_actions.h"
#include "deadlines/deadline.h"
#include "staff/principal.h"

namespace cases {

inline constexpr int most_recounts = 200; ///< in one step

struct Recount {
    Case c;
    deadlines::Deadline before;
    deadlines::Deadline after; ///< by the days known today; not provisional any more
};
/// Of cases whose deadlines the person may change, the next due first.
[[nodiscard]] std::vector<Recount> recounts_for(db::Tx& tx, const Context& context,
                                                const staff::Principal& person);

/// As the person saw it.
struct WantedRecount {
    deadlines::DeadlineId id;
    base::Time due{};
};
/// Gives how many were done; one that would be due at another time by now than was seen is left as it is.
[[nodiscard]] base::Result<int> recount(db::Tx& tx, const Context& context, const staff::Principal& person,
                                        std::span<const WantedRecount> wanted, std::string_view reason);

} // namespace cases
