#include "network/budget.h"

#include <algorithm>

namespace network {
namespace {

/// In hundredths of the whole.
int reserved_from(Purpose purpose) {
    switch (purpose) {
    case Purpose::reply: return 0;
    case Purpose::receive: return 10;
    case Purpose::publish: return 25;
    case Purpose::numbers: return 50;
    case Purpose::listening: return 75;
    }
    return 100;
}

constexpr std::chrono::minutes unknown_reset{1};
constexpr std::chrono::hours longest_block{24};

} // namespace

std::optional<base::Time> wait_until(std::span<const Budget> budgets, const std::string& request,
                                     Purpose purpose, base::Time now) {
    std::optional<base::Time> wait;
    auto later = [&](base::Time at) { wait = std::max(wait.value_or(at), at); };
    for (const auto& budget : budgets) {
        const bool is_wide = budget.scope == "account" || budget.scope == "app";
        if (!is_wide && budget.scope != request) continue;
        if (budget.blocked_until && *budget.blocked_until > now) later(*budget.blocked_until);
        if (!budget.resets_at || *budget.resets_at <= now || budget.most <= 0) continue;
        if (budget.remaining <= 0 || budget.remaining * 100 < budget.most * reserved_from(purpose))
            later(*budget.resets_at);
    }
    return wait;
}

std::vector<Budget> budgets_after(agency::AccountId account, const std::vector<Usage>& usage,
                                  const std::string& request, const Judgement& judgement, base::Time now) {
    std::vector<Budget> out;
    for (const auto& each : usage) {
        if (each.limit <= 0 || each.remaining * 2 > each.limit) continue;
        out.push_back(
            {.account = account,
             .scope = each.scope,
             .most = each.limit,
             .remaining = std::max<std::int64_t>(each.remaining, 0),
             .resets_at = std::min(each.resets_at.value_or(now + unknown_reset), now + longest_block),
             .blocked_until = {}});
    }
    if (judgement.verdict == Verdict::limited)
        out.push_back({.account = account,
                       .scope = request,
                       .most = 0,
                       .remaining = 0,
                       .resets_at = {},
                       .blocked_until =
                           std::min(judgement.again_at.value_or(now + unknown_reset), now + longest_block)});
    return out;
}

} // namespace network
