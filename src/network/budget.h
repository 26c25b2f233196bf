// Who may speak to a network now: what it still takes is kept for those who need it most. Pure.
#pragma once
#include "network/channel.h"
#include "network/connected.h"

#include <span>

namespace network {

/// In the order of need.
enum class Purpose { reply, receive, publish, numbers, listening };

/// Empty: at once. Otherwise when to ask again. A purpose leaves what is reserved for those before it:
/// replies may use all that is left, receiving leaves a tenth, publishing a quarter, numbers a half,
/// listening three quarters.
[[nodiscard]] std::optional<base::Time>
wait_until(std::span<const Budget> budgets, const std::string& request, Purpose purpose, base::Time now);

/// What an answer says about a budget; empty when it need not be written down: plenty is left and nothing was
/// blocked.
[[nodiscard]] std::vector<Budget> budgets_after(agency::AccountId account, const std::vector<Usage>& usage,
                                                const std::string& request, const Judgement& judgement,
                                                base::Time now);

} // namespace network
