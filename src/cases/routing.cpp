#include "cases/routing.h"

#include <algorithm>

namespace cases {
namespace {

bool fits(const agency::RoutingRule& rule, const std::optional<std::string>& topic,
          const std::optional<std::string>& area) {
    if (rule.topic && rule.topic != topic) return false;
    return !rule.area || (area && covers(*rule.area, *area));
}

} // namespace

bool covers(std::string_view area, std::string_view place) noexcept {
    if (area.empty() || !place.starts_with(area)) return false;
    return place.size() == area.size() || place[area.size()] == '.';
}

Route route(std::span<const agency::RoutingRule> rules, const agency::OfficeTree& offices,
            const std::optional<std::string>& topic, const std::optional<std::string>& area,
            std::optional<OfficeId> conduct_office) {
    const agency::RoutingRule* first = nullptr;
    for (const agency::RoutingRule& rule : rules) {
        const agency::Office* office = offices.find(rule.office);
        if (!office || !office->is_active || !fits(rule, topic, area)) continue;
        if (!first || std::pair(rule.ordinal, rule.id.value) < std::pair(first->ordinal, first->id.value))
            first = &rule;
    }
    if (!conduct_office) return first ? Route{first->office, first->id, Why::rule} : Route{};
    if (first && !offices.is_below(first->office, *conduct_office))
        return {first->office, first->id, Why::rule};

    const std::optional<agency::RoutingRuleId> rule = first ? std::optional(first->id) : std::nullopt;
    for (const agency::Office* up = offices.parent_of(*conduct_office); up; up = offices.parent_of(up->id))
        if (up->is_active) return {up->id, rule, Why::conduct_up};
    return {std::nullopt, rule, Why::conduct_top};
}

} // namespace cases
