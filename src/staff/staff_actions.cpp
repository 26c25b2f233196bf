#include "staff/staff_actions.h"

#include "agency/agency_actions.h"
#include "base/text.h"
#include "staff/audit_actions.h"
#include "staff/session_store.h"
#include "staff/staff_store.h"

namespace staff {
namespace {

constexpr std::size_t max_name = 120;

std::unexpected<base::Problem> unknown() {
    return base::fail(base::Kind::not_found, "staff.unknown");
}

Person person_from(db::Tx& tx, base::AgencyId agency, store::PersonRow row) {
    return {.id = row.id,
            .login = std::move(row.login),
            .name = std::move(row.name),
            .is_active = row.is_active,
            .roles = store::roles_of(tx, agency, row.id)};
}

void note(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff, std::string_view kind,
          base::json::Object data = {}) {
    write_down(tx, change.ids, agency, change.now,
               {.kind = kind,
                .subject_kind = "staff",
                .subject = staff.value,
                .by = change.by,
                .data = std::move(data)});
}

base::json::Object data_of(HeldRole role) {
    return {{"role", base::code_of(role.role)}, {"office", base::to_string(role.office)}};
}

base::Result<void> set_active(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                              bool is_active) {
    if (!store::set_active(tx, agency, staff, is_active)) return unknown();
    if (!is_active) store::delete_sessions_of(tx, agency, staff);
    note(tx, change, agency, staff, is_active ? "staff.restored" : "staff.suspended");
    return {};
}

} // namespace

base::Result<Person> add_person(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                const NewPerson& person) {
    auto login = checked_login(person.login);
    if (!login) return base::pass(login);
    auto name = base::clean(person.name, max_name, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");

    const store::PersonRow row{change.ids.next<StaffId>(), *login, *name, person.password_hash, true};
    if (!store::insert_person(tx, agency, row, change.now))
        return base::fail(base::Kind::conflict, "staff.login_taken");
    note(tx, change, agency, row.id, "staff.added");
    for (const HeldRole& role : person.roles)
        if (auto given = give_role(tx, change, agency, row.id, role); !given) return base::pass(given);
    return person_from(tx, agency, row);
}

base::Result<void> rename(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                          std::string_view text) {
    auto name = base::clean(text, max_name, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    if (!store::rename(tx, agency, staff, *name)) return unknown();
    note(tx, change, agency, staff, "staff.renamed");
    return {};
}

base::Result<void> set_password(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                                std::string_view password_hash) {
    if (!store::set_password(tx, agency, staff, password_hash)) return unknown();
    store::delete_sessions_of(tx, agency, staff);
    note(tx, change, agency, staff, "staff.password_set");
    return {};
}

base::Result<void> suspend(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff) {
    return set_active(tx, change, agency, staff, /*is_active=*/false);
}

base::Result<void> restore(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff) {
    return set_active(tx, change, agency, staff, /*is_active=*/true);
}

base::Result<void> give_role(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                             HeldRole role) {
    if (!store::person_by_id(tx, agency, staff)) return unknown();
    if (!agency::has_office(tx, agency, role.office))
        return base::fail(base::Kind::not_found, "office.unknown");
    store::insert_role(tx, agency, staff, role);
    note(tx, change, agency, staff, "staff.role_given", data_of(role));
    return {};
}

base::Result<void> take_role(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                             HeldRole role) {
    if (!store::delete_role(tx, agency, staff, role)) return unknown();
    note(tx, change, agency, staff, "staff.role_taken", data_of(role));
    return {};
}

std::optional<Person> find_person(db::Tx& tx, base::AgencyId agency, StaffId staff) {
    auto row = store::person_by_id(tx, agency, staff);
    if (!row) return std::nullopt;
    return person_from(tx, agency, std::move(*row));
}

std::optional<Person> find_person(db::Tx& tx, base::AgencyId agency, std::string_view login) {
    auto row = store::person_by_login(tx, agency, base::lower_ascii(base::trim(login)));
    if (!row) return std::nullopt;
    return person_from(tx, agency, std::move(*row));
}

std::vector<StaffId> workers_at(db::Tx& tx, base::AgencyId agency, agency::OfficeId office) {
    return store::workers_at(tx, agency, office);
}

std::vector<Person> all_people(db::Tx& tx, base::AgencyId agency) {
    std::vector<Person> out;
    for (auto& row : store::people(tx, agency))
        out.push_back(person_from(tx, agency, std::move(row)));
    return out;
}

} // namespace staff
