#include "cases/rehearsal.h"

#include <algorithm>
#include <numeric>

namespace cases {
namespace {

constexpr std::size_t most_samples = 5;

Shift& shift_of(Shifts& sum, std::optional<OfficeId> from, std::optional<OfficeId> to) {
    auto found = std::ranges::find_if(sum.shifts,
                                      [&](const Shift& each) { return each.from == from && each.to == to; });
    if (found != sum.shifts.end()) return *found;
    sum.shifts.push_back({from, to, 0, {}});
    return sum.shifts.back();
}

} // namespace

std::int64_t Shifts::moved() const noexcept {
    return std::accumulate(shifts.begin(), shifts.end(), std::int64_t{0},
                           [](std::int64_t sum, const Shift& each) { return sum + each.n; });
}

Matter matter_of(const Past& c) {
    return {.kind = c.kind,
            .topic = c.topic,
            .area = c.area,
            .lat = c.lat,
            .lon = c.lon,
            .account = c.account,
            .text = c.proposed_text,
            .received_at = c.received_at,
            .conduct_office = c.conduct_office};
}

void rehearse(Shifts& sum, std::span<const Past> cases, const RuleSet& now, const RuleSet& then) {
    std::unordered_map<agency::RoutingRuleId, std::int64_t> fires;
    for (const Fires& each : sum.fires)
        fires[each.rule] = each.n;
    for (const Past& c : cases) {
        const Matter matter = matter_of(c);
        const Route a = now.route(matter), b = then.route(matter);
        if (b.rule) ++fires[*b.rule];
        if (!a.office) ++sum.unplaced_now;
        if (!b.office) ++sum.unplaced_then;
        if (a.office == b.office) continue;
        Shift& shift = shift_of(sum, a.office, b.office);
        ++shift.n;
        if (shift.samples.size() < most_samples) shift.samples.push_back(c.code);
    }
    sum.fires.clear();
    for (const auto& [rule, n] : fires)
        sum.fires.push_back({rule, n});
    std::ranges::sort(sum.fires, {}, &Fires::rule);
    std::ranges::stable_sort(sum.shifts, std::ranges::greater{}, &Shift::n);
}

} // namespace cases
