#include "administration/rule_check.h"

#include "cases/routing.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace administration {
namespace {

bool is_live(const agency::RoutingRule& rule, const agency::Directory& directory) {
    const auto* office = directory.office(rule.office);
    return office && office->is_active;
}

/// Everything that fits `later` fits `earlier` too.
bool takes_all_of(const agency::RoutingRule& earlier, const agency::RoutingRule& later) {
    if (earlier.topic && earlier.topic != later.topic) return false;
    return !earlier.area || (later.area && cases::covers(*earlier.area, *later.area));
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
            auto hides =
                std::ranges::find_if(earlier, [&](const auto* each) { return takes_all_of(*each, rule); });
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

} // namespace administration
