#include "cases/relocation.h"

namespace cases {
namespace {

bool is_over(State state) noexcept {
    switch (state) {
    case State::received:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::scheduled:
    case State::awaiting_reporter: return false;
    case State::resolved:
    case State::closed:
    case State::referred:
    case State::declined:
    case State::archived: return true;
    }
    return true;
}

} // namespace

std::optional<Destination> destination_of(const Case& c, const Move& move, const RuleSet& rules) {
    if (c.office != move.from || is_over(c.state)) return std::nullopt;
    if (c.kind == Kind::whistleblowing || c.is_conduct()) return std::nullopt;
    if (move.topic && c.topic != move.topic) return std::nullopt;
    if (move.area && !(c.area && covers(*move.area, *c.area))) return std::nullopt;
    if (move.to) return *move.to == move.from ? std::nullopt : std::optional(Destination{*move.to});
    const Route route = rules.route(matter_of(c));
    if (!route.office || route.office == move.from) return std::nullopt;
    return Destination{*route.office, route.rule};
}

base::Result<Event> relocate(const Case& c, const Move& move, const RuleSet& rules, base::Time now) {
    const auto to = destination_of(c, move, rules);
    if (!to) return base::fail(base::Kind::conflict, "case.stays");
    return Event{now, Party::system, {}, Moved{to->office, c.office, move.reason, to->rule}};
}

} // namespace cases
