// Who asks: a person by session or token, or an account by its token, and what they may do where.
#pragma once
#include "agency/directory.h"
#include "staff/role.h"

#include <initializer_list>

namespace staff {

using StaffId = base::Id<struct StaffTag>;

/// A role is held at an office and is valid for it and all below it.
struct HeldRole {
    Role role;
    agency::OfficeId office;
    bool operator==(const HeldRole&) const = default;
};

struct Principal {
    base::AgencyId agency;
    StaffId staff;                            ///< empty for an account
    std::string name;                         ///< of the person, as the timeline shows it
    std::vector<HeldRole> roles;              ///< none for an account
    std::optional<agency::AccountId> account; ///< set for an account's token

    [[nodiscard]] bool is_staff() const noexcept { return static_cast<bool>(staff); }
    /// Holds one of the roles at the office or above it.
    [[nodiscard]] bool may(std::initializer_list<Role> any_of, agency::OfficeId office,
                           const agency::Directory& directory) const noexcept;
    [[nodiscard]] bool may(Role role, agency::OfficeId office,
                           const agency::Directory& directory) const noexcept {
        return may({role}, office, directory);
    }
    /// Holds the role anywhere.
    [[nodiscard]] bool holds(Role role) const noexcept;
    /// Every office at which one of the roles is valid, each once, in the order of the tree.
    [[nodiscard]] std::vector<agency::OfficeId> scope(std::initializer_list<Role> any_of,
                                                      const agency::Directory& directory) const;
    /// Every office at which any role is valid.
    [[nodiscard]] std::vector<agency::OfficeId> scope(const agency::Directory& directory) const;
};

} // namespace staff
