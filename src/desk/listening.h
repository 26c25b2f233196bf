// What is listened to: who may read it. Plain.
#pragma once
#include "items/listened.h"
#include "staff/principal.h"

namespace desk {

/// It is news that anybody may read; it helps who answers, writes and leads.
[[nodiscard]] inline bool hears(const staff::Principal& person) {
    using enum staff::Role;
    for (const auto role : {operator_, coordinator, approver, head, communications, administrator})
        if (person.holds(role)) return true;
    return false;
}

} // namespace desk
