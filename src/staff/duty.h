// Who is at work and how they are reached for the agency's own work: what reminders ask. Plain values.
#pragma once
#include "base/language.h"
#include "staff/principal.h"

namespace staff {

/// What a person says of themselves.
struct Duty {
    std::optional<std::string> email;             ///< for the agency's own work; a checked address
    base::Language language = base::Language::id; ///< of those mails
    bool operator==(const Duty&) const = default;
};

/// A person with an open account.
struct OnDuty {
    StaffId id;
    std::vector<HeldRole> roles = {};
    bool is_away = false;
    std::optional<StaffId> stand_in = {}; ///< of who is away
    bool has_email = false;
};

} // namespace staff
