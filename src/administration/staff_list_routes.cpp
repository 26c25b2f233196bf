// The CSV of people: every line is checked, then all are invited in one unit of work or nobody is.
#include "administration/csv.h"
#include "administration/guard_routes.h"
#include "administration/people_pages.h"
#include "administration/people_routes.h"
#include "db/database.h"
#include "staff/invitation_actions.h"
#include "staff/role_words.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

Known known_now(db::Tx& tx, const Visit& visit) {
    Known out;
    for (const auto& row : base::codes<staff::Role>)
        for (auto language : {base::Language::id, base::Language::en})
            out.role_names.emplace_back(staff::name_of(row.value).in(language), row.value);
    for (const auto& person : staff::all_people(tx, visit.agency()))
        out.taken.insert(person.login);
    for (const auto& each : staff::open_invitations(tx, visit.agency(), visit.services.now()))
        if (!each.staff) out.invited.insert(each.login);
    return out;
}

base::Result<StaffList> read_list(const Visit& visit, std::string_view csv) {
    const auto known = visit.services.database.read([&](db::Tx& tx) { return known_now(tx, visit); });
    return read_staff_list(csv, *visit.directory, visit.reach, known);
}

Response wrong_file(const Visit& visit, base::Problem problem) {
    return show_people(visit, {.problem = std::move(problem)});
}

Response check(const Visit& visit) {
    const auto* file = visit.form.file("berkas");
    if (!file) return wrong_file(visit, base::Problem{.kind = base::Kind::invalid, .code = "file.missing"});
    const std::string csv(file->bytes);
    auto list = read_list(visit, csv);
    if (!list) return wrong_file(visit, list.error());
    return shown(staff_list_page(visit.frame(), *list, csv));
}

http::Response download(std::string csv, std::string_view name) {
    auto response = http::bytes(std::move(csv), "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response invite_all(const Visit& visit) {
    const std::string csv = visit.value("csv");
    auto list = read_list(visit, csv);
    if (!list) return wrong_file(visit, list.error());
    // Somebody may have taken a login since the check.
    if (!list->is_right()) return shown(staff_list_page(visit.frame(), *list, csv), 409);
    auto links = visit.services.database.write([&](db::Tx& tx) -> base::Result<std::string> {
        std::string out = csv_line({"name", "login", "link", "expires"});
        for (const auto& person : list->people()) {
            auto sent = staff::invite(tx, visit.staff_change(), visit.agency(), visit.services.random,
                                      {person.login, person.name, person.roles});
            if (!sent) return base::pass(sent);
            out +=
                csv_line({person.name, person.login, origin_of(visit.request) + "/undangan/" + sent->secret,
                          base::to_iso(sent->invitation.expires_at, visit.directory->agency().zone)});
        }
        return out;
    });
    if (!links) return wrong_file(visit, links.error());
    return download(std::move(*links), "undangan.csv");
}

} // namespace

void add_staff_list_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/petugas/contoh.csv", Need::any, [](const Visit& visit) -> Response {
        return download(staff_list_template(*visit.directory, visit.reach), "petugas.csv");
    });
    add_post(router, services, "/meja/atur/petugas/csv", Need::any, check, 2 * http::mib);
    add_post(router, services, "/meja/atur/petugas/csv/undang", Need::any, invite_all, 4 * http::mib);
}

} // namespace administration
