#include "administration/rule_routes.h"

#include "administration/area_lookup.h"
#include "administration/guard_routes.h"
#include "administration/rule_pages.h"
#include "base/text.h"
#include "db/database.h"

#include <algorithm>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

RulesView view_of(const Visit& visit) {
    return {.faulty = faulty_rules(*visit.directory), .gaps = gaps(*visit.directory)};
}

Response show(const Visit& visit) {
    RulesView view = view_of(visit);
    const auto& query = visit.request.query;
    for (std::string_view name : {"teks", "topik", "tempat"})
        view.trial.fields.emplace_back(name, std::string(base::first(query.value(name), 2000)));
    Trial trial{.text = view.trial.value("teks"), .topic = view.trial.value("topik")};
    if (const std::string place = view.trial.value("tempat"); !base::trim(place).empty()) {
        auto area = find_area(place, visit.directory->agency().regions);
        if (area)
            trial.area = *area;
        else
            view.trial.problem =
                base::Problem{.kind = base::Kind::invalid, .code = area.error().code, .field = "tempat"};
    }
    const bool is_asked = !trial.text.empty() || !trial.topic.empty() || !trial.area.empty();
    if (is_asked && !view.trial.problem) view.result = try_rules(*visit.directory, trial);
    return shown(rules_page(visit.frame(), view, {}));
}

Response add(const Visit& visit) {
    auto added = [&]() -> base::Result<agency::RoutingRule> {
        agency::RoutingRule rule;
        if (const std::string topic = visit.value("topic"); !topic.empty()) rule.topic = topic;
        if (const std::string text = visit.value("area"); !base::trim(text).empty()) {
            auto area = find_area(text, visit.directory->agency().regions);
            if (!area) return base::pass(area);
            rule.area = *area;
        }
        auto office = base::parse_id_as<agency::OfficeId>(visit.value("office"));
        if (!office) return base::fail_field("office", "field.missing");
        const auto* known = visit.directory->office(*office);
        if (!known || !known->is_active) return base::fail_field("office");
        rule.office = *office;
        if (!visit.directory->rules().empty()) rule.ordinal = visit.directory->rules().back().ordinal + 10;
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::add_rule(tx, visit.change(), visit.agency(), rule); });
    }();
    if (!added)
        return refused(rules_page(visit.frame(), view_of(visit), visit.filled(added.error())), added.error());
    return saved(visit, "/meja/atur/aturan");
}

Response move(const Visit& visit, int step) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    auto moved = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto directory = agency::read_directory(tx, visit.agency());
        if (!directory) return base::pass(directory);
        std::vector<agency::RoutingRuleId> order;
        for (const auto& rule : directory->rules())
            order.push_back(rule.id);
        const auto at = std::ranges::find(order, *id) - order.begin(), to = at + step;
        if (at == std::ssize(order)) return not_there();
        if (to < 0 || to >= std::ssize(order)) return {};
        std::swap(order[static_cast<std::size_t>(at)], order[static_cast<std::size_t>(to)]);
        return agency::order_rules(tx, visit.change(), visit.agency(), order);
    });
    if (!moved) return base::pass(moved);
    return saved(visit, "/meja/atur/aturan");
}

Response remove(const Visit& visit) {
    auto id = visit.id<agency::RoutingRuleId>("id");
    if (!id) return base::pass(id);
    auto removed = visit.services.database.write(
        [&](db::Tx& tx) { return agency::remove_rule(tx, visit.change(), visit.agency(), *id); });
    if (!removed) return not_there();
    return saved(visit, "/meja/atur/aturan");
}

} // namespace

void add_rule_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/aturan", Need::whole, show);
    add_post(router, services, "/meja/atur/aturan", Need::whole, add);
    add_post(router, services, "/meja/atur/aturan/{id}/naik", Need::whole,
             [](const Visit& visit) { return move(visit, -1); });
    add_post(router, services, "/meja/atur/aturan/{id}/turun", Need::whole,
             [](const Visit& visit) { return move(visit, 1); });
    add_post(router, services, "/meja/atur/aturan/{id}/hapus", Need::whole, remove);
}

} // namespace administration
