// Escalating a case whose deadline passed: one step up, once per deadline. Pure. Refusals are conflicts:
// case.not_overdue, case.escalated_already, case.already_at_top, case.wrong_state.
#pragma once
#include "cases/event.h"

namespace cases {

/// Whether it is the agency's turn: nobody is reminded of a case that waits for its reporter, or is over.
[[nodiscard]] bool is_waiting_for_the_agency(State state) noexcept;
/// Who is asked at each level: 0 the office's operators, 1 its head, then the heads above. As high as the
/// offices above the case's own reach; one without an office has the head of the whole.
[[nodiscard]] int top_level(const Case& c, const agency::OfficeTree& offices);

struct PassedDeadline {
    std::string name; ///< "resolve"
    base::Time due{};
    bool escalated_already = false;
};

[[nodiscard]] base::Result<Event> escalate(const Case& c, const PassedDeadline& deadline, int top,
                                           base::Time now);
/// Whose task it is at the case's level.
[[nodiscard]] staff::Role role_at(int level) noexcept;

} // namespace cases
