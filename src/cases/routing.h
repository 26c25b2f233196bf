// Topic x place -> office: the first rule that fits wins; what fits none waits in the coordinator's queue.
// Never fails.
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

/// Does an area code stand for the place or something around it? "31.71" covers "31.71.01"; "31.7" nothing.
[[nodiscard]] bool covers(std::string_view area, std::string_view place) noexcept;

/// `rules` in any order; rules of closed offices are passed over. `conduct_office`: the office whose people
/// the case complains about; neither it nor anything below it gets the case.
[[nodiscard]] Route route(std::span<const agency::RoutingRule> rules, const agency::OfficeTree& offices,
                          const std::optional<std::string>& topic, const std::optional<std::string>& area,
                          std::optional<OfficeId> conduct_office = {});

} // namespace cases

template <> inline constexpr auto base::codes<cases::Why> = std::to_array<base::Coded<cases::Why>>({
    {cases::Why::rule, "rule"},
    {cases::Why::no_rule, "no_rule"},
    {cases::Why::conduct_up, "conduct_up"},
    {cases::Why::conduct_top, "conduct_top"},
});
