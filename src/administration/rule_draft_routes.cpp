// The draft, its rehearsal, and older versions.
#include "administration/rule_desk_routes.h"
#include "administration/rule_draft_pages.h"
#include "cases/rehearsal_actions.h"
#include "db/database.h"

#include <charconv>
#include <map>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

constexpr std::string_view rules_page_path = "/meja/atur/aturan";

Response begin(const Visit& visit) {
    auto begun = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        if (agency::rule_draft(tx, visit.agency())) return {};
        return agency::save_rule_draft(tx, visit.change(), visit.agency(),
                                       agency::current_rules(tx, visit.agency()));
    });
    if (!begun) return base::pass(begun);
    return saved(visit, rules_page_path);
}

Response apply(const Visit& visit) {
    auto applied = visit.services.database.write(
        [&](db::Tx& tx) { return agency::apply_rule_draft(tx, visit.change(), visit.agency()); });
    if (!applied) return base::pass(applied);
    return saved(visit, rules_page_path);
}

Response drop(const Visit& visit) {
    visit.services.database.write([&](db::Tx& tx) { agency::drop_rule_draft(tx, visit.agency()); });
    return saved(visit, rules_page_path);
}

Response rehearse(const Visit& visit) {
    auto id = visit.services.database.write([&](db::Tx& tx) -> base::Result<cases::RehearsalId> {
        auto draft = agency::rule_draft(tx, visit.agency());
        if (!draft) return base::fail(base::Kind::not_found, "rule.no_draft");
        return cases::ask_rehearsal(tx, visit.services.ids, *visit.directory, draft->rules,
                                    visit.person.staff.value, visit.services.now());
    });
    if (!id) return base::pass(id);
    return http::redirect("/meja/atur/aturan/simulasi/" + base::to_string(*id));
}

Response show_rehearsal(const Visit& visit) {
    auto id = visit.id<cases::RehearsalId>("id");
    if (!id) return base::pass(id);
    auto found = visit.services.database.read(
        [&](db::Tx& tx) { return cases::rehearsal_of(tx, visit.agency(), *id); });
    if (!found) return not_there();
    const RuleDesk desk = rule_desk(visit);
    return shown(rehearsal_page(desk.frame(visit), *found));
}

Response history(const Visit& visit) {
    const auto lines = visit.services.database.read([&](db::Tx& tx) {
        std::map<std::int64_t, std::string> names;
        for (const auto& person : staff::all_people(tx, visit.agency()))
            names[person.id.value] = person.name;
        std::vector<HistoryLine> out;
        for (auto& version : agency::rule_versions(tx, visit.agency(), agency::kept_versions)) {
            std::string who = version.staff ? names[*version.staff] : std::string();
            out.push_back({std::move(version), std::move(who)});
        }
        return out;
    });
    return shown(rule_history_page(visit.frame(), lines));
}

Response restore(const Visit& visit) {
    const std::string_view typed = visit.request.param("versi");
    int version = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), version);
    if (error != std::errc() || end != typed.data() + typed.size()) return not_there();
    auto restored = visit.services.database.write(
        [&](db::Tx& tx) { return agency::restore_rules(tx, visit.change(), visit.agency(), version); });
    if (!restored) return base::pass(restored);
    return saved(visit, "/meja/atur/aturan/riwayat");
}

} // namespace

void add_rule_draft_routes(http::Router& router, const staff::Services& services) {
    add_post(router, services, "/meja/atur/aturan/rancangan", Need::whole, begin);
    add_post(router, services, "/meja/atur/aturan/rancangan/berlaku", Need::whole, apply);
    add_post(router, services, "/meja/atur/aturan/rancangan/buang", Need::whole, drop);
    add_post(router, services, "/meja/atur/aturan/simulasi", Need::whole, rehearse);
    add_get(router, services, "/meja/atur/aturan/simulasi/{id}", Need::whole, show_rehearsal);
    add_get(router, services, "/meja/atur/aturan/riwayat", Need::whole, history);
    add_post(router, services, "/meja/atur/aturan/riwayat/{versi}/pakai", Need::whole, restore);
}

} // namespace administration
