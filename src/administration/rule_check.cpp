#include "administration/rule_check.h"

#include "cases/routing.h"
#include "cases/rule_cover.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace administration {
namespace {

bool is_live(const agency::RoutingRule& rule, const agency::Directory& directory) {
    const auto* office = directory.office(rule.office);
    return office && office->is_active;
}

/// The largest areas within `area` that none of the rules covers. Goes down only where a rule stands below.
void collect_gaps(const std::string& area, const std::vector<std::string>& served,
                  std::vector<std::string>& out) {
    if (std::ranges::any_of(served, [&](const auto& each) { return cases::covers(each, area); })) return;
    if (std::ranges::none_of(served, [&](const auto& each) { return cases::covers(area, each); })) {
        out.push_back(area);
        return;
    }
    for (const auto& child : places::gazetteer().children(area))
        collect_gaps(child.code, served, out);
}

std::vector<std::string> regions_of(const agency::Directory& directory) {
    if (!directory.agency().regions.empty()) return directory.agency().regions;
    std::vector<std::string> out;
    for (const auto& province : places::gazetteer().children(""))
        out.push_back(province.code);
    return out;
}

} // namespace

std::vector<FaultyRule> faulty_rules(const agency::Directory& directory) {
    std::vector<FaultyRule> out;
    std::vector<const agency::RoutingRule*> earlier;
    for (const agency::RoutingRule& rule : directory.rules()) {
        const auto* office = directory.office(rule.office);
        const auto* topic = rule.topic ? directory.topic(*rule.topic) : nullptr;
        if (!office) {
            out.push_back({rule.id, Fault::unknown_office});
        } else if (!office->is_active) {
            out.push_back({rule.id, Fault::closed_office});
        } else if (rule.topic && (!topic || !topic->is_active)) {
            out.push_back({rule.id, Fault::closed_topic});
        } else {
            auto hides = std::ranges::find_if(earlier, [&](const auto* each) {
                return cases::takes_all_of(*each, rule, directory.accounts());
            });
            if (hides != earlier.end()) out.push_back({rule.id, Fault::hidden, (*hides)->id});
            earlier.push_back(&rule);
        }
    }
    return out;
}

std::vector<Gap> gaps(const agency::Directory& directory) {
    std::vector<Gap> out;
    const auto regions = regions_of(directory);
    for (const agency::Topic& topic : directory.topics()) {
        if (!topic.is_active) continue;
        Gap gap{.topic = topic.code};
        std::vector<std::string> served;
        bool is_everywhere = false;
        for (const agency::RoutingRule& rule : directory.rules()) {
            if (!is_live(rule, directory) || (rule.topic && *rule.topic != topic.code)) continue;
            gap.has_rule = true;
            // It takes some of the cases there, not all.
            if (!rule.more.is_empty()) continue;
            if (rule.area)
                served.push_back(*rule.area);
            else
                is_everywhere = true;
        }
        if (is_everywhere) continue;
        if (gap.has_rule)
            for (const auto& region : regions)
                collect_gaps(region, served, gap.areas);
        if (!gap.has_rule || !gap.areas.empty()) out.push_back(std::move(gap));
    }
    return out;
}

std::vector<Conflict> conflicts(const agency::Directory& directory, std::size_t most) {
    std::vector<Conflict> out;
    std::vector<const agency::RoutingRule*> earlier;
    const auto accounts = directory.accounts();
    for (const agency::RoutingRule& rule : directory.rules()) {
        if (!is_live(rule, directory)) continue;
        for (const auto* each : earlier) {
            if (out.size() == most) return out;
            if (each->office == rule.office || !cases::may_meet(*each, rule, accounts)) continue;
            // The narrow before the wide is how rules are meant; the wide before the narrow hides it.
            if (cases::takes_all_of(rule, *each, accounts) || cases::takes_all_of(*each, rule, accounts))
                continue;
            out.push_back({each->id, rule.id});
        }
        earlier.push_back(&rule);
    }
    return out;
}

std::vector<Unserved> unserved(const agency::Directory& directory) {
    std::vector<Unserved> out;
    const auto& rules = cases::rules_of(directory);
    for (const agency::OfficeService& service : directory.services()) {
        const auto* office = directory.office(service.office);
        if (!office || !office->is_active) continue;
        const auto route = rules.route({.topic = service.topic, .area = service.area});
        if (route.office && directory.is_below(*route.office, service.office)) continue;
        // Rules with more conditions, or for a part of it, may still lead there.
        const bool is_partly = std::ranges::any_of(directory.rules(), [&](const agency::RoutingRule& rule) {
            const bool is_there = directory.is_below(rule.office, service.office) && is_live(rule, directory);
            const agency::RoutingRule said{{}, 0, service.topic, service.area, service.office};
            return is_there && cases::may_meet(rule, said, directory.accounts());
        });
        out.push_back({service, route.office, is_partly});
    }
    return out;
}

} // namespace administration
