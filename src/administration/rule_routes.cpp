#include "administration/rule_routes.h"

#include "administration/area_lookup.h"
#include "administration/rule_desk_routes.h"
#include "administration/rule_pages.h"
#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/visibility.h"
#include "db/database.h"

#include <algorithm>
#include <charconv>

namespace administration {
namespace {

using Response = base::Result<http::Response>;
using Rules = std::vector<agency::RoutingRule>;

RulesView view_of(const RuleDesk& desk) {
    return {.faulty = faulty_rules(*desk.directory),
            .gaps = gaps(*desk.directory),
            .conflicts = conflicts(*desk.directory),
            .unserved = unserved(*desk.directory),
            .is_draft = desk.is_draft};
}

/// A case that the administrator may see with the roles that they hold.
base::Result<cases::Case> case_named(const Visit& visit, const std::string& code) {
    auto found = visit.services.database.read([&](db::Tx& tx) {
        return cases::find_case(tx, visit.agency(), code, visit.directory->agency().prefix);
    });
    if (!found) return found;
    const auto actor =
        cases::actor_for(*found, visit.person.staff, visit.person.roles, visit.directory->offices());
    if (!cases::staff_view(*found, actor).may_see) return base::fail(base::Kind::not_found, "case.not_found");
    return found;
}

void try_out(const Visit& visit, const RuleDesk& desk, RulesView& view) {
    auto refuse = [&](base::Problem problem, std::string field) {
        problem.field = std::move(field);
        view.trial.problem = std::move(problem);
    };
    if (const std::string code = view.trial.value("laporan"); !base::trim(code).empty()) {
        auto c = case_named(visit, code);
        if (!c) return refuse(c.error(), "laporan");
        view.result = try_rules(*desk.directory, *c);
        return;
    }
    Trial trial{.text = view.trial.value("teks"),
                .topic = view.trial.value("topik"),
                .kind = view.trial.value("jenis"),
                .account = view.trial.value("akun"),
                .now = visit.services.now()};
    if (const std::string place = view.trial.value("tempat"); !base::trim(place).empty()) {
        auto area = find_area(place, visit.directory->agency().regions);
        if (!area) return refuse(area.error(), "tempat");
        trial.area = *area;
    }
    const bool is_asked = !(trial.text + trial.topic + trial.area + trial.kind + trial.account).empty();
    if (is_asked) view.result = try_rules(*desk.directory, trial);
}

Response show(const Visit& visit) {
    const RuleDesk desk = rule_desk(visit);
    RulesView view = view_of(desk);
    for (std::string_view name : {"teks", "topik", "tempat", "jenis", "akun", "laporan"})
        view.trial.fields.emplace_back(name, std::string(base::first(visit.request.query.value(name), 2000)));
    try_out(visit, desk, view);
    return shown(rules_page(desk.frame(visit), view, {}));
}

/// What the form says, as a line of a file would.
base::Result<agency::RoutingRule> rule_in(const Visit& visit) {
    RuleText text;
    for (const auto& [name, member] : {std::pair{"topic", &RuleText::topic},
                                       {"area", &RuleText::area},
                                       {"words", &RuleText::words},
                                       {"polygon", &RuleText::polygon},
                                       {"circle", &RuleText::circle},
                                       {"from", &RuleText::from},
                                       {"until", &RuleText::until},
                                       {"first_day", &RuleText::first_day},
                                       {"last_day", &RuleText::last_day}})
        text.*member = visit.value(name);
    auto tick = [](std::string& list, std::string_view value) {
        if (!list.empty()) list += '|';
        list += value;
    };
    for (const auto& row : base::codes<triage::Kind>)
        if (visit.form.fields.has("kind_" + std::string(row.code))) tick(text.kinds, row.code);
    for (const auto& account : visit.directory->accounts())
        if (visit.form.fields.has("account_" + base::to_string(account.id)))
            tick(text.accounts, account.network + ":" + account.name);
    for (char digit = '1'; digit <= '7'; ++digit)
        if (visit.form.fields.has(std::string("day_") + digit)) text.days += digit;

    auto office = base::parse_id_as<agency::OfficeId>(visit.value("office"));
    const auto* known = office ? visit.directory->office(*office) : nullptr;
    if (!known) return base::fail_field("office", office ? "field.invalid" : "field.missing");
    if (!known->is_active) return base::fail_field("office");
    for (const auto& [id, code] : agency::codes_of(visit.directory->offices()))
        if (id == *office) text.office = code;
    return rule_of(text, *visit.directory);
}

Response add(const Visit& visit) {
    auto added = [&]() -> base::Result<void> {
        auto rule = rule_in(visit);
        if (!rule) return base::pass(rule);
        return edit_rules(visit, "added", [&](Rules& rules) -> base::Result<void> {
            rules.push_back(*rule);
            return {};
        });
    }();
    if (!added) {
        const RuleDesk desk = rule_desk(visit);
        return refused(rules_page(desk.frame(visit), view_of(desk), visit.filled(added.error())),
                       added.error());
    }
    return saved(visit, "/meja/atur/aturan");
}

base::Result<Rules::iterator> find_rule(Rules& rules, agency::RoutingRuleId id) {
    const auto found = std::ranges::find(rules, id, &agency::RoutingRule::id);
    if (found == rules.end()) return not_there();
    return found;
}

/// As typed, from 1; beyond the end is the end.
base::Result<std::size_t> place_in(const Visit& visit, std::size_t count) {
    const std::string typed(base::trim(visit.value("urutan")));
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc() || end != typed.data() + typed.size() || number == 0)
        return base::fail_field("urutan");
    return std::min(number, count) - 1;
}

Response edit(const Visit& visit) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    const RuleDesk desk = rule_desk(visit);
    const auto rules = desk.directory->rules();
    const auto found = std::ranges::find(rules, *id, &agency::RoutingRule::id);
    if (found == rules.end()) return not_there();
    return shown(rule_page(desk.frame(visit), *found, {}));
}

Response change(const Visit& visit) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    auto changed = [&]() -> base::Result<void> {
        auto wanted = rule_in(visit);
        if (!wanted) return base::pass(wanted);
        return edit_rules(visit, "changed", [&](Rules& rules) -> base::Result<void> {
            auto found = find_rule(rules, *id);
            if (!found) return base::pass(found);
            auto to = place_in(visit, rules.size());
            if (!to) return base::pass(to);
            auto rule = *wanted;
            rule.id = *id;
            rules.erase(*found);
            rules.insert(rules.begin() + static_cast<std::ptrdiff_t>(*to), std::move(rule));
            return {};
        });
    }();
    if (changed) return saved(visit, "/meja/atur/aturan");
    const RuleDesk desk = rule_desk(visit);
    const auto rules = desk.directory->rules();
    const auto found = std::ranges::find(rules, *id, &agency::RoutingRule::id);
    if (found == rules.end()) return not_there();
    return refused(rule_page(desk.frame(visit), *found, visit.filled(changed.error())), changed.error());
}

Response move(const Visit& visit, int step) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    auto moved = edit_rules(visit, "ordered", [&](Rules& rules) -> base::Result<void> {
        auto found = find_rule(rules, *id);
        if (!found) return base::pass(found);
        const auto to = *found - rules.begin() + step;
        if (to >= 0 && to < std::ssize(rules)) std::iter_swap(*found, rules.begin() + to);
        return {};
    });
    if (!moved) return base::pass(moved);
    return saved(visit, "/meja/atur/aturan");
}

Response remove(const Visit& visit) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    auto removed = edit_rules(visit, "removed", [&](Rules& rules) -> base::Result<void> {
        auto found = find_rule(rules, *id);
        if (!found) return base::pass(found);
        rules.erase(*found);
        return {};
    });
    if (!removed) return base::pass(removed);
    return saved(visit, "/meja/atur/aturan");
}

} // namespace

Frame RuleDesk::frame(const Visit& visit) const {
    const Frame whole = visit.frame();
    return {.person = whole.person,
            .directory = *directory,
            .reach = whole.reach,
            .language = whole.language,
            .csrf = whole.csrf,
            .is_saved = whole.is_saved};
}

RuleDesk rule_desk(const Visit& visit) {
    auto draft =
        visit.services.database.read([&](db::Tx& tx) { return agency::rule_draft(tx, visit.agency()); });
    if (!draft) return {.directory = visit.directory};
    return {.directory = std::make_shared<const agency::Directory>(
                visit.directory->with_rules(std::move(draft->rules))),
            .is_draft = true};
}

base::Result<void> edit_rules(const Visit& visit, std::string_view what, const RuleEdit& edit) {
    return visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto draft = agency::rule_draft(tx, visit.agency());
        auto rules = draft ? draft->rules : agency::current_rules(tx, visit.agency());
        if (auto edited = edit(rules); !edited) return edited;
        if (draft) return agency::save_rule_draft(tx, visit.change(), visit.agency(), std::move(rules));
        return agency::put_rules(tx, visit.change(), visit.agency(), std::move(rules), what);
    });
}

void add_rule_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/aturan", Need::whole, show);
    add_post(router, services, "/meja/atur/aturan", Need::whole, add);
    add_get(router, services, "/meja/atur/aturan/{id}", Need::whole, edit);
    add_post(router, services, "/meja/atur/aturan/{id}", Need::whole, change);
    add_post(router, services, "/meja/atur/aturan/{id}/naik", Need::whole,
             [](const Visit& visit) { return move(visit, -1); });
    add_post(router, services, "/meja/atur/aturan/{id}/turun", Need::whole,
             [](const Visit& visit) { return move(visit, 1); });
    add_post(router, services, "/meja/atur/aturan/{id}/hapus", Need::whole, remove);
    add_rule_draft_routes(router, services);
    add_rule_file_routes(router, services);
    add_service_routes(router, services);
    add_duty_routes(router, services);
    add_relocation_routes(router, services);
}

} // namespace administration
