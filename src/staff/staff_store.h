// SQL of people with a login and their roles. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/person.h"

namespace staff::store {

struct PersonRow {
    StaffId id;
    std::string login;
    std::string name;
    std::string password_hash;
    bool is_active;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, login, name, password_hash, is_active))

[[nodiscard]] std::optional<PersonRow> person_by_id(db::Tx& tx, base::AgencyId agency, StaffId staff);
[[nodiscard]] std::optional<PersonRow> person_by_login(db::Tx& tx, base::AgencyId agency,
                                                       std::string_view login);
[[nodiscard]] std::vector<PersonRow> people(db::Tx& tx, base::AgencyId agency);
/// False when the login is taken.
[[nodiscard]] bool insert_person(db::Tx& tx, base::AgencyId agency, const PersonRow& person, base::Time now);
[[nodiscard]] bool rename(db::Tx& tx, base::AgencyId agency, StaffId staff, std::string_view name);
[[nodiscard]] bool set_password(db::Tx& tx, base::AgencyId agency, StaffId staff, std::string_view hash);
[[nodiscard]] bool set_active(db::Tx& tx, base::AgencyId agency, StaffId staff, bool is_active);

[[nodiscard]] std::vector<HeldRole> roles_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
/// Operators and field officers whose role is held right there.
[[nodiscard]] std::vector<StaffId> workers_at(db::Tx& tx, base::AgencyId agency, agency::OfficeId office);
void insert_role(db::Tx& tx, base::AgencyId agency, StaffId staff, HeldRole role);
[[nodiscard]] bool delete_role(db::Tx& tx, base::AgencyId agency, StaffId staff, HeldRole role);

} // namespace staff::store
