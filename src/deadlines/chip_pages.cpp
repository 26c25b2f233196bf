#include "deadlines/chip_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "deadlines/deadline_words.h"

#include <algorithm>

namespace deadlines {
namespace {

/// Of the ring: pauses are no part of it, as in due_soon_at().
int percent_used(const Deadline& deadline, base::Time now) {
    const auto whole =
        std::max<std::int64_t>((deadline.due_at - deadline.started_at - deadline.paused_ms).count(), 1);
    const auto used = std::max<std::int64_t>(whole - (deadline.due_at - now).count(), 0);
    return static_cast<int>(std::min<std::int64_t>(used * 100 / whole, 99));
}

/// A day of another year needs its year: what an old register tells, what is due after New Year.
bool is_of_this_year(base::Time time, base::Time now, base::Zone zone) {
    const std::chrono::year_month_day day(base::local_day(time, zone)), today(base::local_day(now, zone));
    return day.year() == today.year();
}

} // namespace

html::Markup clock_chip(const Deadline& deadline, base::Time now, base::Zone zone, base::Language l,
                        Wording wording) {
    const bool is_full = wording == Wording::full;
    html::Clock clock;
    clock.exact =
        filled(words::due_exact, l,
               is_of_this_year(deadline.due_at, now, zone) ? base::short_time(deadline.due_at, zone, l)
                                                           : base::spoken_time(deadline.due_at, zone, l));
    clock.percent_used = percent_used(deadline, now);
    switch (state_of(deadline, now)) {
    case State::running:
        clock.words = filled(words::left, l, base::spoken_span(deadline.due_at - now, l));
        break;
    case State::due_soon:
        clock.state = html::ClockState::soon;
        clock.words = filled(words::left, l, base::spoken_span(deadline.due_at - now, l));
        break;
    case State::overdue:
        clock.state = html::ClockState::late;
        clock.words = filled(words::over, l, base::spoken_span(now - deadline.due_at, l));
        break;
    case State::paused:
        clock.state = html::ClockState::held;
        clock.words = (is_full ? words::held_for_reporter : words::held).in(l);
        break;
    case State::met:
        clock.state = html::ClockState::met;
        clock.words = (is_full ? words::met_before_due : words::met).in(l);
        break;
    case State::met_late:
        clock.state = html::ClockState::late;
        clock.words = filled(words::met_late, l, base::spoken_span(*deadline.met_at - deadline.due_at, l));
        break;
    case State::ended: return {};
    }
    return html::clock(clock);
}

} // namespace deadlines
