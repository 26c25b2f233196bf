#include "cases/actor.h"

namespace cases {
namespace {

bool is_root(const agency::OfficeTree& offices, OfficeId office) {
    return offices.find(office) && !offices.parent_of(office);
}

bool counts(const Case& c, const staff::HeldRole& held, const agency::OfficeTree& offices) {
    if (c.conduct_office && offices.is_below(held.office, *c.conduct_office)) {
        const bool is_last_resort = held.role == staff::Role::coordinator || held.role == staff::Role::head;
        if (!is_last_resort || !is_root(offices, *c.conduct_office)) return false;
    }
    if (c.office && offices.find(*c.office)) return offices.is_below(*c.office, held.office);
    return is_root(offices, held.office);
}

} // namespace

Actor reporter() noexcept {
    return {.party = Party::reporter, .staff = {}, .roles = {}};
}

Actor house() noexcept {
    return {.party = Party::system, .staff = {}, .roles = {}};
}

Actor actor_for(const Case& c, StaffId staff, std::span<const staff::HeldRole> held,
                const agency::OfficeTree& offices) {
    Actor out{.party = Party::staff, .staff = staff, .roles = {}};
    for (const staff::HeldRole& each : held)
        if (counts(c, each, offices)) out.roles.add(each.role);
    return out;
}

} // namespace cases
