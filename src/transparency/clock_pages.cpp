#include "transparency/clock_pages.h"

#include "base/spoken_time.h"
#include "transparency/transparency_words.h"

#include <algorithm>

namespace transparency {

using deadlines::Deadline;

std::string filled(base::Text text, base::Language language, std::initializer_list<std::string_view> with) {
    std::string out(text.in(language));
    std::size_t from = 0;
    for (std::string_view each : with) {
        auto at = out.find("{}", from);
        if (at == std::string::npos) break;
        out.replace(at, 2, each);
        from = at + each.size();
    }
    return out;
}

html::Markup clock_chip(const Deadline& deadline, base::Time now, base::Zone zone, base::Language l) {
    html::Clock clock;
    clock.exact = filled(words::due_exact, l, {base::short_time(deadline.due_at, zone, l)});
    auto whole = std::max<std::int64_t>((deadline.due_at - deadline.started_at).count(), 1);
    auto used = (now - deadline.started_at).count();
    clock.percent_used = static_cast<int>(std::clamp<std::int64_t>(used * 100 / whole, 0, 100));
    switch (deadlines::state_of(deadline, now)) {
    case deadlines::State::running:
    case deadlines::State::due_soon:
        clock.state = html::clock_state(std::min(clock.percent_used, 99));
        clock.words = filled(words::left, l, {base::spoken_span(deadline.due_at - now, l)});
        break;
    case deadlines::State::overdue:
        clock.state = html::ClockState::late;
        clock.words = filled(words::over, l, {base::spoken_span(now - deadline.due_at, l)});
        break;
    case deadlines::State::paused:
        clock.state = html::ClockState::held;
        clock.words = words::held.in(l);
        break;
    case deadlines::State::met:
        clock.state = html::ClockState::met;
        clock.words = words::met.in(l);
        break;
    case deadlines::State::met_late:
        clock.state = html::ClockState::late;
        clock.words = filled(words::met_late, l, {base::spoken_span(*deadline.met_at - deadline.due_at, l)});
        break;
    case deadlines::State::ended: return {};
    }
    return html::clock(clock);
}

} // namespace transparency
