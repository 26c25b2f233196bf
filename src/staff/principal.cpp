#include "staff/principal.h"

#include <algorithm>
#include <ranges>

namespace staff {
namespace {

template <class Fits> std::vector<agency::OfficeId>
offices_below(const std::vector<HeldRole>& roles, const agency::Directory& directory, Fits fits) {
    std::vector<agency::OfficeId> out;
    for (const auto& office : directory.offices().all()) {
        auto counts = [&](const HeldRole& held) {
            return fits(held.role) && directory.is_below(office.id, held.office);
        };
        if (std::ranges::any_of(roles, counts)) out.push_back(office.id);
    }
    return out;
}

} // namespace

bool Principal::may(std::initializer_list<Role> any_of, agency::OfficeId office,
                    const agency::Directory& directory) const noexcept {
    if (directory.id() != agency) return false;
    return std::ranges::any_of(roles, [&](const HeldRole& held) {
        return std::ranges::find(any_of, held.role) != any_of.end() &&
               directory.is_below(office, held.office);
    });
}

bool Principal::holds(Role role) const noexcept {
    return std::ranges::find(roles, role, &HeldRole::role) != roles.end();
}

std::vector<agency::OfficeId> Principal::scope(std::initializer_list<Role> any_of,
                                               const agency::Directory& directory) const {
    if (directory.id() != agency) return {};
    return offices_below(roles, directory,
                         [&](Role role) { return std::ranges::find(any_of, role) != any_of.end(); });
}

std::vector<agency::OfficeId> Principal::scope(const agency::Directory& directory) const {
    if (directory.id() != agency) return {};
    return offices_below(roles, directory, [](Role) { return true; });
}

} // namespace staff
