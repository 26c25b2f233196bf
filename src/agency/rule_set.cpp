#include "agency/rule_set.h"

#include "base/json.h"

#include <algorithm>

namespace agency {
namespace {

struct Line {
    RoutingRuleId id;
    std::optional<std::string> topic, area;
    OfficeId office;
    std::optional<RuleConditions> more;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, topic, area, office, more))

void number(std::vector<RoutingRule>& rules) {
    int ordinal = 0;
    for (RoutingRule& rule : rules)
        rule.ordinal = ordinal += 10;
}

} // namespace

std::string to_text(std::span<const RoutingRule> rules) {
    std::vector<Line> lines;
    for (const RoutingRule& rule : rules)
        lines.push_back({rule.id, rule.topic, rule.area, rule.office,
                         rule.more.is_empty() ? std::nullopt : std::optional(rule.more)});
    return base::json::write(lines);
}

base::Result<std::vector<RoutingRule>> read_rules(std::string_view text) {
    auto lines = base::json::parse_as<std::vector<Line>>(text);
    if (!lines) return base::pass(lines);
    std::vector<RoutingRule> out;
    for (Line& line : *lines)
        out.push_back({line.id, 0, std::move(line.topic), std::move(line.area), line.office,
                       std::move(line.more).value_or(RuleConditions{})});
    number(out);
    return out;
}

std::vector<RoutingRule> numbered(std::vector<RoutingRule> rules) {
    std::ranges::stable_sort(rules, {}, &RoutingRule::ordinal);
    number(rules);
    return rules;
}

} // namespace agency
