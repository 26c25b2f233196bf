#include "staff/staff_store.h"

namespace staff::store {
namespace {

struct RoleRow {
    Role role;
    agency::OfficeId office;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (role, office))

using base::AgencyId;
using Text = std::string;

constexpr db::Query<PersonRow(AgencyId, StaffId)> by_id{
    "staff.find",
    "select id, login, name, password_hash, active from staff where agency = :agency and id = :id"};
constexpr db::Query<PersonRow(AgencyId, Text)> by_login{
    "staff.find_login",
    "select id, login, name, password_hash, active from staff where agency = :agency and login = :login"};
constexpr db::Query<PersonRow(AgencyId)> all_people{
    "staff.all",
    "select id, login, name, password_hash, active from staff where agency = :agency order by login"};
constexpr db::Query<void(AgencyId, StaffId, Text, Text, Text, bool, base::Time)> insert{
    "staff.insert", "insert into staff (agency, id, login, name, password_hash, active, created_at) values "
                    "(:agency, :id, :login, :name, :password_hash, :active, :created_at) "
                    "on conflict (agency, login) do nothing"};
constexpr db::Query<void(Text, AgencyId, StaffId)> update_name{
    "staff.rename", "update staff set name = :name where agency = :agency and id = :id"};
constexpr db::Query<void(Text, AgencyId, StaffId)> update_password{
    "staff.set_password", "update staff set password_hash = :hash where agency = :agency and id = :id"};
constexpr db::Query<void(bool, AgencyId, StaffId)> update_active{
    "staff.set_active", "update staff set active = :active where agency = :agency and id = :id"};
constexpr db::Query<RoleRow(AgencyId, StaffId)> all_roles{
    "staff.roles", "select role, office from staff_roles where agency = :agency and staff = :staff "
                   "order by office, role"};
constexpr db::Query<void(AgencyId, StaffId, Role, agency::OfficeId)> add_role{
    "staff.insert_role", "insert into staff_roles (agency, staff, role, office) "
                         "values (:agency, :staff, :role, :office) on conflict do nothing"};
constexpr db::Query<void(AgencyId, StaffId, Role, agency::OfficeId)> remove_role{
    "staff.delete_role", "delete from staff_roles where agency = :agency and staff = :staff and role = :role "
                         "and office = :office"};

constexpr db::Query<StaffId(AgencyId, agency::OfficeId)> workers{
    "staff.workers_at", "select distinct staff from staff_roles where agency = :agency and "
                        "office = :office and role in ('operator', 'field_officer') order by staff"};

} // namespace

std::optional<PersonRow> person_by_id(db::Tx& tx, AgencyId agency, StaffId staff) {
    return tx.one(by_id, agency, staff);
}

std::optional<PersonRow> person_by_login(db::Tx& tx, AgencyId agency, std::string_view login) {
    return tx.one(by_login, agency, login);
}

std::vector<PersonRow> people(db::Tx& tx, AgencyId agency) {
    return tx.all(all_people, agency);
}

bool insert_person(db::Tx& tx, AgencyId agency, const PersonRow& person, base::Time now) {
    return tx.run(insert, agency, person.id, person.login, person.name, person.password_hash,
                  person.is_active, now) > 0;
}

bool rename(db::Tx& tx, AgencyId agency, StaffId staff, std::string_view name) {
    return tx.run(update_name, name, agency, staff) > 0;
}

bool set_password(db::Tx& tx, AgencyId agency, StaffId staff, std::string_view hash) {
    return tx.run(update_password, hash, agency, staff) > 0;
}

bool set_active(db::Tx& tx, AgencyId agency, StaffId staff, bool is_active) {
    return tx.run(update_active, is_active, agency, staff) > 0;
}

std::vector<HeldRole> roles_of(db::Tx& tx, AgencyId agency, StaffId staff) {
    std::vector<HeldRole> out;
    for (const auto& row : tx.all(all_roles, agency, staff))
        out.push_back({row.role, row.office});
    return out;
}

std::vector<StaffId> workers_at(db::Tx& tx, AgencyId agency, agency::OfficeId office) {
    return tx.all(workers, agency, office);
}

void insert_role(db::Tx& tx, AgencyId agency, StaffId staff, HeldRole role) {
    tx.run(add_role, agency, staff, role.role, role.office);
}

bool delete_role(db::Tx& tx, AgencyId agency, StaffId staff, HeldRole role) {
    return tx.run(remove_role, agency, staff, role.role, role.office) > 0;
}

} // namespace staff::store
