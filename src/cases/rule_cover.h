// How two rules stand to each other, whatever cases come: one takes all of the other, or both may take one
// case. Pure. Where it cannot be sure, `takes_all_of` says no and `may_meet` says yes.
#pragma once
#include "agency/account.h"
#include "agency/routing_rule.h"

#include <span>

namespace cases {

/// Everything that fits `later` fits `earlier` too.
[[nodiscard]] bool takes_all_of(const agency::RoutingRule& earlier, const agency::RoutingRule& later,
                                std::span<const agency::Account> accounts);

/// A case could fit both.
[[nodiscard]] bool may_meet(const agency::RoutingRule& a, const agency::RoutingRule& b,
                            std::span<const agency::Account> accounts);

} // namespace cases
