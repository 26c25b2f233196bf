#include "administration/people_routes.h"

#include "administration/guard_routes.h"
#include "administration/people_pages.h"
#include "db/database.h"
#include "staff/invitation_actions.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

std::string page_of(staff::StaffId person) {
    return "/meja/atur/petugas/" + base::to_string(person);
}

http::Response show_link(const Visit& visit, const staff::Invited& sent) {
    return shown(
        link_page(visit.frame(), sent.invitation, origin_of(visit.request) + "/undangan/" + sent.secret));
}

base::Result<staff::HeldRole> role_of(const Visit& visit) {
    auto role = base::from_code<staff::Role>(visit.value("role"), "role");
    if (!role) return base::pass(role);
    auto office = base::parse_id_as<agency::OfficeId>(visit.value("office"));
    if (!office || !visit.reach.has(*office)) return base::fail_field("office");
    return staff::HeldRole{*role, *office};
}

Response invite(const Visit& visit) {
    auto sent = [&]() -> base::Result<staff::Invited> {
        auto role = role_of(visit);
        if (!role) return base::pass(role);
        return visit.services.database.write([&](db::Tx& tx) {
            return staff::invite(tx, visit.staff_change(), visit.agency(), visit.services.random,
                                 {visit.value("login"), visit.value("name"), {*role}});
        });
    }();
    if (!sent) return show_people(visit, visit.filled(sent.error()));
    return show_link(visit, *sent);
}

Response revoke(const Visit& visit) {
    auto id = visit.id<staff::InvitationId>("id");
    if (!id) return base::pass(id);
    auto done = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& each : staff::open_invitations(tx, visit.agency(), visit.services.now()))
            if (each.id == *id &&
                (visit.reach.is_whole() || (!each.staff && visit.reach.has_all(each.roles))))
                return staff::revoke_invitation(tx, visit.staff_change(), visit.agency(), *id);
        return not_there();
    });
    if (!done) return base::pass(done);
    return saved(visit, "/meja/atur/petugas");
}

base::Result<staff::Person> person_of(const Visit& visit) {
    auto id = visit.id<staff::StaffId>("id");
    if (!id) return base::pass(id);
    auto person =
        visit.services.database.read([&](db::Tx& tx) { return staff::find_person(tx, visit.agency(), *id); });
    if (!person || !visit.reach.sees(*person)) return not_there();
    return std::move(*person);
}

http::Response show_person(const Visit& visit, const staff::Person& person, const Filled& filled) {
    auto page = person_page(visit.frame(), person, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

/// Loads the person, asks whether this administrator may change them, and changes them in the same unit of
/// work.
template <class Change> Response change_person(const Visit& visit, const Change& change) {
    auto person = person_of(visit);
    if (!person) return base::pass(person);
    auto done = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto current = staff::find_person(tx, visit.agency(), person->id);
        if (!current || !visit.reach.sees(*current)) return not_there();
        return change(tx, *current);
    });
    if (!done && done.error().kind == base::Kind::not_found) return base::pass(done);
    if (!done) return show_person(visit, *person, visit.filled(done.error()));
    return saved(visit, page_of(person->id));
}

std::unexpected<base::Problem> own_last() {
    return base::fail(base::Kind::conflict, "staff.last_administrator");
}

Response rename(const Visit& visit) {
    return change_person(visit, [&](db::Tx& tx, const staff::Person& person) -> base::Result<void> {
        if (!visit.reach.has(person)) return not_there();
        return staff::rename(tx, visit.staff_change(), visit.agency(), person.id, visit.value("name"));
    });
}

Response give(const Visit& visit) {
    return change_person(visit, [&](db::Tx& tx, const staff::Person& person) -> base::Result<void> {
        auto role = role_of(visit);
        if (!role) return base::pass(role);
        return staff::give_role(tx, visit.staff_change(), visit.agency(), person.id, *role);
    });
}

Response take(const Visit& visit) {
    return change_person(visit, [&](db::Tx& tx, const staff::Person& person) -> base::Result<void> {
        auto role = role_of(visit);
        if (!role) return base::pass(role);
        if (is_own_last(visit.person, person, *role)) return own_last();
        return staff::take_role(tx, visit.staff_change(), visit.agency(), person.id, *role);
    });
}

Response suspend(const Visit& visit) {
    return change_person(visit, [&](db::Tx& tx, const staff::Person& person) -> base::Result<void> {
        if (!visit.reach.has(person)) return not_there();
        if (person.id == visit.person.staff) return own_last();
        return staff::suspend(tx, visit.staff_change(), visit.agency(), person.id);
    });
}

Response restore(const Visit& visit) {
    return change_person(visit, [&](db::Tx& tx, const staff::Person& person) -> base::Result<void> {
        if (!visit.reach.has(person)) return not_there();
        return staff::restore(tx, visit.staff_change(), visit.agency(), person.id);
    });
}

Response reset(const Visit& visit) {
    auto person = person_of(visit);
    if (!person) return base::pass(person);
    auto sent = visit.services.database.write([&](db::Tx& tx) -> base::Result<staff::Invited> {
        auto current = staff::find_person(tx, visit.agency(), person->id);
        if (!current || !visit.reach.has(*current)) return not_there();
        return staff::invite_to_new_password(tx, visit.staff_change(), visit.agency(), visit.services.random,
                                             current->id);
    });
    if (!sent) return base::pass(sent);
    return show_link(visit, *sent);
}

} // namespace

http::Response show_people(const Visit& visit, const Filled& filled) {
    struct Rows {
        std::vector<staff::Person> people;
        std::vector<staff::Invitation> invitations;
    };
    auto rows = visit.services.database.read([&](db::Tx& tx) {
        return Rows{staff::all_people(tx, visit.agency()),
                    staff::open_invitations(tx, visit.agency(), visit.services.now())};
    });
    std::erase_if(rows.people, [&](const auto& person) { return !visit.reach.sees(person); });
    std::erase_if(rows.invitations, [&](const auto& each) {
        return !visit.reach.is_whole() && (each.staff || !visit.reach.has_all(each.roles));
    });
    auto page = people_page(visit.frame(), rows.people, rows.invitations, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

void add_people_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/petugas", Need::any,
            [](const Visit& visit) { return show_people(visit, {}); });
    add_post(router, services, "/meja/atur/petugas/undang", Need::any, invite);
    add_post(router, services, "/meja/atur/undangan/{id}/batal", Need::any, revoke);
    add_get(router, services, "/meja/atur/petugas/{id}", Need::any, [](const Visit& visit) -> Response {
        auto person = person_of(visit);
        if (!person) return base::pass(person);
        return show_person(visit, *person, {});
    });
    add_post(router, services, "/meja/atur/petugas/{id}", Need::any, rename);
    add_post(router, services, "/meja/atur/petugas/{id}/peran", Need::any, give);
    add_post(router, services, "/meja/atur/petugas/{id}/lepas", Need::any, take);
    add_post(router, services, "/meja/atur/petugas/{id}/sandi", Need::any, reset);
    add_post(router, services, "/meja/atur/petugas/{id}/tangguhkan", Need::any, suspend);
    add_post(router, services, "/meja/atur/petugas/{id}/aktifkan", Need::any, restore);
}

} // namespace administration
