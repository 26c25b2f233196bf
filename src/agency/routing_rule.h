// A row of the routing table: topic x place -> office. The lowest ordinal that fits wins.
#pragma once
#include "agency/office.h"

#include <optional>
#include <string>

namespace agency {

using RoutingRuleId = base::Id<struct RoutingRuleTag>;

struct RoutingRule {
    RoutingRuleId id;
    int ordinal = 0;
    std::optional<std::string> topic; ///< null fits every topic
    std::optional<std::string> area; ///< Kepmendagri code, fits itself and all below it; null fits everywhere
    OfficeId office;
};

} // namespace agency
