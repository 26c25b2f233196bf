// Who is at work and how they are reached for the agency's own work: what reminders ask. Plain values.
#pragma once
#include "staff/principal.h"

namespace staff {

/// What a person says of themselves.
struct Duty {
    std::optional<std::string> email;    ///< for the agency's own work; a checked address
    std::optional<base::Day> away_until; ///< the last day on which others are told in their place
    bool operator==(const Duty&) const = default;

    [[nodiscard]] bool is_away(base::Day today) const noexcept { return away_until && today <= *away_until; }
};

/// A person with an open account.
struct OnDuty {
    StaffId id;
    std::vector<HeldRole> roles = {};
    bool is_away = false;
    bool has_email = false;
};

} // namespace staff
