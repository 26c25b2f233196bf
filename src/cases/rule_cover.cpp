#include "cases/rule_cover.h"

#include "cases/routing.h"
#include "cases/rule_place.h"
#include "cases/rule_time.h"
#include "triage/terms.h"

#include <algorithm>
#include <bitset>

namespace cases {
namespace {

using agency::Account;
using agency::AccountId;
using agency::RoutingRule;
using agency::RuleConditions;
using Minutes = std::bitset<std::size_t{7} * 24 * 60>;

/// Empty holds everything; nothing but empty holds that.
template <class T> bool holds_all(const std::vector<T>& outer, const std::vector<T>& inner) {
    if (outer.empty()) return true;
    return !inner.empty() && std::ranges::all_of(inner, [&](const T& each) {
        return std::ranges::find(outer, each) != outer.end();
    });
}
template <class T> bool share_any(const std::vector<T>& a, const std::vector<T>& b) {
    if (a.empty() || b.empty()) return true;
    return std::ranges::any_of(a, [&](const T& each) { return std::ranges::find(b, each) != b.end(); });
}

std::vector<AccountId> channels(const RuleConditions& c, std::span<const Account> accounts) {
    std::vector<AccountId> out;
    for (const Account& each : accounts) {
        const bool is_network =
            c.networks.empty() || std::ranges::find(c.networks, each.network) != c.networks.end();
        const bool is_account =
            c.accounts.empty() || std::ranges::find(c.accounts, each.id) != c.accounts.end();
        if (is_network && is_account) out.push_back(each.id);
    }
    return out;
}

bool has_channels(const RuleConditions& c) {
    return !c.networks.empty() || !c.accounts.empty();
}

/// The minutes of a week in which it holds.
Minutes minutes_of(const RuleConditions& c) {
    Minutes out;
    const int from = minute_of(c.from.value_or("")), until = minute_of(c.until.value_or(""));
    for (int day = 0; day < 7; ++day) {
        if (c.days && !c.days->contains(static_cast<char>('1' + day))) continue;
        for (int minute = 0; minute < 24 * 60; ++minute)
            if (is_within(minute, from, until)) out.set(static_cast<std::size_t>(day * 24 * 60 + minute));
    }
    return out;
}

bool has_hours(const RuleConditions& c) {
    return c.days || c.from;
}

bool days_hold(const RuleConditions& outer, const RuleConditions& inner) {
    if (outer.first_day && (!inner.first_day || *inner.first_day < *outer.first_day)) return false;
    return !outer.last_day || (inner.last_day && *inner.last_day <= *outer.last_day);
}
bool days_meet(const RuleConditions& a, const RuleConditions& b) {
    if (a.first_day && b.last_day && *b.last_day < *a.first_day) return false;
    return !(b.first_day && a.last_day && *a.last_day < *b.first_day);
}

bool place_holds(const RuleConditions& outer, const RuleConditions& inner) {
    if (!outer.polygon.empty() && outer.polygon != inner.polygon) return false;
    if (!outer.circle) return true;
    return inner.circle && holds(*outer.circle, *inner.circle);
}

using Box = std::pair<agency::RulePoint, agency::RulePoint>;

/// A box around where it may hold; empty: anywhere.
std::vector<Box> boxes_of(const RuleConditions& c) {
    std::vector<Box> out;
    if (!c.polygon.empty()) out.push_back(box_of(c.polygon));
    if (c.circle) out.push_back(box_of(*c.circle));
    return out;
}

bool places_meet(const RuleConditions& a, const RuleConditions& b) {
    for (const auto& [low, high] : boxes_of(a))
        for (const auto& [from, to] : boxes_of(b))
            if (from.lat > high.lat || to.lat < low.lat || from.lon > high.lon || to.lon < low.lon)
                return false;
    if (!a.circle || !b.circle) return true;
    const double apart = km_between({a.circle->lat, a.circle->lon}, {b.circle->lat, b.circle->lon});
    return apart <= a.circle->km + b.circle->km;
}

std::vector<std::string> stems_of(std::string_view words) {
    std::vector<std::string> out;
    for (auto& term : triage::terms(words))
        out.push_back(std::move(term.stem));
    return out;
}

/// Whoever writes a phrase of `inner` writes one of `outer`.
bool words_hold(const RuleConditions& outer, const RuleConditions& inner) {
    if (outer.words.empty()) return true;
    if (inner.words.empty()) return false;
    return std::ranges::all_of(inner.words, [&](const std::string& said) {
        const auto whole = stems_of(said);
        return std::ranges::any_of(outer.words, [&](const std::string& each) {
            const auto part = stems_of(each);
            return !part.empty() && !std::ranges::search(whole, part).empty();
        });
    });
}

} // namespace

bool takes_all_of(const RoutingRule& earlier, const RoutingRule& later, std::span<const Account> accounts) {
    if (earlier.topic && earlier.topic != later.topic) return false;
    if (earlier.area && !(later.area && covers(*earlier.area, *later.area))) return false;
    const RuleConditions &outer = earlier.more, &inner = later.more;
    if (outer.is_empty()) return true;
    if (!holds_all(outer.kinds, inner.kinds)) return false;
    if (has_channels(outer)) {
        if (!has_channels(inner)) return false;
        const auto taken = channels(outer, accounts);
        for (AccountId each : channels(inner, accounts))
            if (std::ranges::find(taken, each) == taken.end()) return false;
    }
    if (has_hours(outer) && (minutes_of(inner) & ~minutes_of(outer)).any()) return false;
    return days_hold(outer, inner) && place_holds(outer, inner) && words_hold(outer, inner);
}

bool may_meet(const RoutingRule& a, const RoutingRule& b, std::span<const Account> accounts) {
    if (a.topic && b.topic && a.topic != b.topic) return false;
    if (a.area && b.area && !covers(*a.area, *b.area) && !covers(*b.area, *a.area)) return false;
    if (!share_any(a.more.kinds, b.more.kinds)) return false;
    if (has_channels(a.more) && has_channels(b.more)) {
        const auto of_a = channels(a.more, accounts), of_b = channels(b.more, accounts);
        if (of_a.empty() || of_b.empty() || !share_any(of_a, of_b)) return false;
    }
    if (has_hours(a.more) && has_hours(b.more) && (minutes_of(a.more) & minutes_of(b.more)).none())
        return false;
    return days_meet(a.more, b.more) && places_meet(a.more, b.more);
}

} // namespace cases
