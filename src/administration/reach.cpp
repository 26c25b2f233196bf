#include "administration/reach.h"

#include <algorithm>

namespace administration {

Reach::Reach(const staff::Principal& person, const agency::Directory& directory) : directory_(directory) {
    for (const staff::HeldRole& held : person.roles) {
        if (held.role != staff::Role::administrator || !directory.office(held.office)) continue;
        tops_.push_back(held.office);
        is_whole_ = is_whole_ || !directory.offices().parent_of(held.office);
    }
}

bool Reach::has(agency::OfficeId office) const noexcept {
    if (is_whole_) return directory_.office(office) != nullptr;
    return std::ranges::any_of(tops_, [&](auto top) { return directory_.is_below(office, top); });
}

bool Reach::may_move(agency::OfficeId office) const noexcept {
    if (is_whole_) return true;
    return std::ranges::any_of(tops_,
                               [&](auto top) { return office != top && directory_.is_below(office, top); });
}

bool Reach::has_all(std::span<const staff::HeldRole> roles) const noexcept {
    return std::ranges::all_of(roles, [&](const staff::HeldRole& held) { return has(held.office); });
}

bool Reach::has(const staff::Person& person) const noexcept {
    return is_whole_ || (!person.roles.empty() && has_all(person.roles));
}

bool Reach::sees(const staff::Person& person) const noexcept {
    return is_whole_ || std::ranges::any_of(person.roles, [&](const auto& held) { return has(held.office); });
}

std::vector<const agency::Office*> Reach::offices() const {
    std::vector<const agency::Office*> out;
    for (const agency::Office& office : directory_.offices().all())
        if (has(office.id)) out.push_back(&office);
    return out;
}

bool is_own_last(const staff::Principal& by, const staff::Person& person,
                 std::optional<staff::HeldRole> taken) noexcept {
    if (by.staff != person.id) return false;
    const auto left = std::ranges::count_if(person.roles, [&](const staff::HeldRole& held) {
        return held.role == staff::Role::administrator && (taken && held != *taken);
    });
    const bool takes_one = !taken || taken->role == staff::Role::administrator;
    return takes_one && left == 0;
}

} // namespace administration
