#include "desk/desk_clock_pages.h"

#include "base/spoken_time.h"
#include "desk/desk_words.h"

#include <algorithm>

namespace desk {

std::string with_slots(base::Text text, base::Language language,
                       std::initializer_list<std::string_view> values) {
    std::string out(text.in(language));
    std::size_t from = 0;
    for (std::string_view value : values) {
        auto at = out.find("{}", from);
        if (at == std::string::npos) break;
        out.replace(at, 2, value);
        from = at + value.size();
    }
    return out;
}

html::Markup row_clock(const deadlines::Deadline& d, base::Time now, base::Zone zone, base::Language l) {
    html::Clock clock;
    clock.exact = with_slots(words::due_exact, l, {base::short_time(d.due_at, zone, l)});
    const auto whole = std::max<std::int64_t>((d.due_at - d.started_at - d.paused_ms).count(), 1);
    const auto used = std::max<std::int64_t>(whole - (d.due_at - now).count(), 0);
    clock.percent_used = static_cast<int>(std::min<std::int64_t>(used * 100 / whole, 99));
    switch (deadlines::state_of(d, now)) {
    case deadlines::State::running:
        clock.words = with_slots(words::left, l, {base::spoken_span(d.due_at - now, l)});
        break;
    case deadlines::State::due_soon:
        clock.state = html::ClockState::soon;
        clock.words = with_slots(words::left, l, {base::spoken_span(d.due_at - now, l)});
        break;
    case deadlines::State::overdue:
        clock.state = html::ClockState::late;
        clock.words = with_slots(words::over, l, {base::spoken_span(now - d.due_at, l)});
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
        clock.words = with_slots(words::met_late, l, {base::spoken_span(*d.met_at - d.due_at, l)});
        break;
    case deadlines::State::ended: return {};
    }
    return html::clock(clock);
}

} // namespace desk
