// Rules as a file: out as CSV or JSON, in as a draft.
#include "administration/rule_desk_routes.h"
#include "administration/rule_pages.h"
#include "db/database.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

http::Response download(std::string bytes, std::string type, std::string_view name) {
    auto response = http::bytes(std::move(bytes), std::move(type));
    response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response read_file(const Visit& visit) {
    auto read = [&]() -> base::Result<void> {
        const auto* file = visit.form.file("berkas");
        if (!file) return base::fail(base::Kind::invalid, "file.missing");
        auto rules = read_rule_file(file->bytes, *visit.directory);
        if (!rules) return base::pass(rules);
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::save_rule_draft(tx, visit.change(), visit.agency(), *rules); });
    }();
    if (!read) {
        const RuleDesk desk = rule_desk(visit);
        const RulesView view{.faulty = faulty_rules(*desk.directory),
                             .gaps = gaps(*desk.directory),
                             .is_draft = desk.is_draft};
        return refused(rules_page(desk.frame(visit), view, {.problem = read.error()}), read.error());
    }
    return saved(visit, "/meja/atur/aturan");
}

} // namespace

void add_rule_file_routes(http::Router& router, const staff::Services& services) {
    add_get(
        router, services, "/meja/atur/aturan/aturan.csv", Need::whole, [](const Visit& visit) -> Response {
            return download(rules_csv(*rule_desk(visit).directory), "text/csv; charset=utf-8", "aturan.csv");
        });
    add_get(router, services, "/meja/atur/aturan/aturan.json", Need::whole,
            [](const Visit& visit) -> Response {
                return download(rules_json(*rule_desk(visit).directory), "application/json; charset=utf-8",
                                "aturan.json");
            });
    add_post(router, services, "/meja/atur/aturan/berkas", Need::whole, read_file, 4 * http::mib);
}

} // namespace administration
