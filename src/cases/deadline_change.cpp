#include "cases/deadline_change.h"

namespace cases {

base::Result<void> may_change_deadline(const Case& c, const Actor& actor) {
    constexpr RoleSet deciding{staff::Role::coordinator, staff::Role::head};
    if (actor.party != Party::staff || !actor.roles.meets(deciding))
        return base::fail(base::Kind::forbidden, "office.not_yours");
    if (!is_open(c.state)) return base::fail(base::Kind::conflict, "case.wrong_state");
    return {};
}

} // namespace cases
