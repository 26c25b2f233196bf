// A table of people to invite, as a spreadsheet holds it: name,login,role,office; several lines with one
// login are several roles of one person. Every line is checked; nothing is done unless all are right. Pure.
#pragma once
#include "administration/reach.h"
#include "staff/invitation.h"

#include <set>

namespace administration {

enum class LineFault {
    none,
    name,         ///< missing or too long
    login,        ///< not 3 to 60 of a-z, 0-9, . - _ @
    role,         ///< unknown
    office,       ///< unknown, closed, or several of that name
    not_yours,    ///< the office is outside of the administrator's reach
    taken,        ///< somebody has the login
    invited,      ///< an invitation for the login is open
    name_differs, ///< the same login stands there with another name
    repeated,     ///< the same role twice
};

struct StaffLine {
    int number = 0; ///< in the file
    std::string name, login, role, office;
    std::optional<staff::HeldRole> held = {};
    LineFault fault = LineFault::none;
};

struct StaffList {
    std::vector<StaffLine> lines;
    [[nodiscard]] bool is_right() const noexcept;
    /// One for each login, in the order of the file. Only when is_right().
    struct Person {
        std::string login, name;
        std::vector<staff::HeldRole> roles;
    };
    [[nodiscard]] std::vector<Person> people() const;
};

/// What is known at the moment.
struct Known {
    std::set<std::string, std::less<>> taken, invited;                ///< logins
    std::vector<std::pair<std::string, staff::Role>> role_names = {}; ///< as screens name them
};

/// Roles by code or by name, offices by code, name or short name, without regard to case. A wrong
/// table is `import.line`.
[[nodiscard]] base::Result<StaffList> read_staff_list(std::string_view csv,
                                                      const agency::Directory& directory, const Reach& reach,
                                                      const Known& known);

/// A table to begin with: header and an example for an office of this agency.
[[nodiscard]] std::string staff_list_template(const agency::Directory& directory, const Reach& reach);

} // namespace administration
