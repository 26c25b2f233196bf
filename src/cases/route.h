// What routing decided for a case: which office, by which rule, and why. Plain values.
#pragma once
#include "agency/routing_rule.h"
#include "cases/case.h"

namespace cases {

enum class Why {
    rule,        ///< a rule names the office
    no_rule,     ///< none fits: the coordinator's queue
    conduct_up,  ///< the rule's office is the one complained about, or below it: the next above
    conduct_top, ///< there is nobody above: the coordinator's queue
};

struct Route {
    std::optional<OfficeId> office; ///< null: the coordinator's queue
    std::optional<agency::RoutingRuleId> rule;
    Why why = Why::no_rule;
    bool operator==(const Route&) const = default;
};

} // namespace cases

template <> inline constexpr auto base::codes<cases::Why> = std::to_array<base::Coded<cases::Why>>({
    {cases::Why::rule, "rule"},
    {cases::Why::no_rule, "no_rule"},
    {cases::Why::conduct_up, "conduct_up"},
    {cases::Why::conduct_top, "conduct_top"},
});
