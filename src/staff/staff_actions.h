// People with a login: adding, roles, suspending, passwords; each writes its event in the caller's unit of
// work. Refusals: field.*, password.*, conflict `staff.login_taken`, not_found `staff.unknown`,
// `office.unknown`.
#pragma once
#include "staff/person.h"

namespace db {
class Tx;
}

namespace staff {

struct NewPerson {
    std::string login; ///< 3 to 60 of a-z, 0-9, ".", "-", "_", "@"
    std::string name;
    std::string password_hash; ///< from Passwords::hash, made outside the unit of work
    std::vector<HeldRole> roles;
};

/// Who changes it and when; `by` is empty for the command line.
struct StaffChange {
    base::IdSource& ids;
    base::Time now;
    std::optional<StaffId> by = {};
};

[[nodiscard]] base::Result<Person> add_person(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                              const NewPerson& person);
/// The name that colleagues read; the login stays.
[[nodiscard]] base::Result<void> rename(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                        StaffId staff, std::string_view name);
/// Also ends all sessions of the person.
[[nodiscard]] base::Result<void> set_password(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                              StaffId staff, std::string_view password_hash);
/// Suspended people lose sessions and tokens at once.
[[nodiscard]] base::Result<void> suspend(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                         StaffId staff);
[[nodiscard]] base::Result<void> restore(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                         StaffId staff);
[[nodiscard]] base::Result<void> give_role(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                           StaffId staff, HeldRole role);
[[nodiscard]] base::Result<void> take_role(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                           StaffId staff, HeldRole role);

[[nodiscard]] std::optional<Person> find_person(db::Tx& tx, base::AgencyId agency, StaffId staff);
[[nodiscard]] std::optional<Person> find_person(db::Tx& tx, base::AgencyId agency, std::string_view login);
/// Operators and field officers whose role is held right at that office, whether they are active or not.
[[nodiscard]] std::vector<StaffId> workers_at(db::Tx& tx, base::AgencyId agency, agency::OfficeId office);
[[nodiscard]] std::vector<Person> all_people(db::Tx& tx, base::AgencyId agency);

} // namespace staff
