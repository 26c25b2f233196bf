#include "cases/escalation.h"

namespace cases {

bool is_waiting_for_the_agency(State state) noexcept {
    switch (state) {
    case State::received:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::scheduled: return true;
    case State::awaiting_reporter:
    case State::resolved:
    case State::closed:
    case State::referred:
    case State::declined:
    case State::archived: return false;
    }
    return false;
}

int top_level(const Case& c, const agency::OfficeTree& offices) {
    int level = 1;
    if (!c.office) return level;
    for (const auto* up = offices.parent_of(*c.office); up; up = offices.parent_of(up->id))
        ++level;
    return level;
}

base::Result<Event> escalate(const Case& c, const PassedDeadline& deadline, int top, base::Time now) {
    using base::Kind;
    if (!is_waiting_for_the_agency(c.state)) return base::fail(Kind::conflict, "case.wrong_state");
    if (now <= deadline.due) return base::fail(Kind::conflict, "case.not_overdue");
    if (deadline.escalated_already) return base::fail(Kind::conflict, "case.escalated_already");
    if (c.level >= top) return base::fail(Kind::conflict, "case.already_at_top");
    return Event{now, Party::system, {}, Escalated{deadline.name, c.level + 1}};
}

staff::Role role_at(int level) noexcept {
    return level <= 0 ? staff::Role::operator_ : staff::Role::head;
}

} // namespace cases
