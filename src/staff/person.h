// A person with a login, as lists and forms see them: never with a password hash.
#pragma once
#include "staff/principal.h"

namespace staff {

struct Person {
    StaffId id;
    std::string login;
    std::string name;
    bool is_active = true;
    std::vector<HeldRole> roles;
};

/// Lower case; 3 to 60 of a-z, 0-9, ".", "-", "_", "@": `field.invalid` on "login".
[[nodiscard]] base::Result<std::string> checked_login(std::string_view login);

} // namespace staff
