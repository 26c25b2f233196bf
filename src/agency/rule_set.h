// A whole set of routing rules as one value: kept for each version, worked on as a draft, undone.
#pragma once
#include "agency/routing_rule.h"

#include <boost/describe.hpp>

#include <span>

namespace agency {

struct RuleVersion {
    int version = 0;
    base::Time at{};
    std::optional<std::int64_t> staff = {};
    std::string what; ///< "added", "changed", "removed", "ordered", "draft", "restored", "setup", "begun"
    int n = 0;        ///< rules in it
};
BOOST_DESCRIBE_STRUCT(RuleVersion, (), (version, at, staff, what, n))

struct RuleDraft {
    base::Time at{};
    std::optional<std::int64_t> staff = {};
    std::vector<RoutingRule> rules; ///< those without an id are new
};

/// JSON; the order is the order of the rules.
[[nodiscard]] std::string to_text(std::span<const RoutingRule> rules);
/// What to_text() gave, with ordinals 10, 20, 30 ...; field.* with the path otherwise.
[[nodiscard]] base::Result<std::vector<RoutingRule>> read_rules(std::string_view text);
/// In the order of their ordinals, then 10, 20, 30 ...
[[nodiscard]] std::vector<RoutingRule> numbered(std::vector<RoutingRule> rules);

} // namespace agency
