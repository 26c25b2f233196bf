#include "cases/sight.h"

#include "cases/visibility.h"

#include <algorithm>

namespace cases {
namespace {

using enum staff::Role;
constexpr RoleSet working{operator_, field_officer, coordinator};
constexpr RoleSet deciding{coordinator, head};

} // namespace

std::string key_of(const RestrictedGroup& group) {
    auto id = [](const std::optional<OfficeId>& office) {
        return office ? base::to_string(*office) : std::string("0");
    };
    return id(group.office) + ":" + id(group.conduct_office) + ":" + (group.is_whistleblowing ? "1" : "0") +
           ":" + (group.is_mine ? "1" : "0");
}

Sight sight_of(StaffId me, std::span<const staff::HeldRole> roles, const agency::OfficeTree& offices,
               std::span<const RestrictedGroup> groups) {
    Sight out;
    out.me = me;
    Case ordinary;
    for (const auto& office : offices.all()) {
        ordinary.office = office.id;
        const Actor actor = actor_for(ordinary, me, roles, offices);
        if (staff_view(ordinary, actor).may_see) out.offices.push_back(office.id);
        if (actor.roles.meets(deciding)) out.deciding.push_back(office.id);
    }
    out.sees_all_offices = out.offices.size() == offices.all().size();
    ordinary.office.reset();
    const Actor queue = actor_for(ordinary, me, roles, offices);
    out.sees_queue = staff_view(ordinary, queue).may_see;
    out.decides_queue = queue.roles.meets(deciding);
    for (const auto& held : roles)
        if (working.has(held.role) && std::ranges::find(out.own, held.office) == out.own.end())
            out.own.push_back(held.office);
    for (const auto& group : groups) {
        Case c;
        c.kind = group.is_whistleblowing ? Kind::whistleblowing : Kind::complaint;
        c.office = group.office;
        c.conduct_office = group.conduct_office;
        if (group.is_mine) c.person = me;
        if (staff_view(c, actor_for(c, me, roles, offices)).may_see) out.restricted.push_back(key_of(group));
    }
    return out;
}

} // namespace cases
