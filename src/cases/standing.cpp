#include "cases/standing.h"

#include <algorithm>

namespace cases {
namespace {

bool is_due_soon(const deadlines::Deadline& clock, base::Time now) noexcept {
    if (!clock.is_running() || clock.paused_at) return false;
    return clock.crossed == deadlines::Crossed::due_soon ||
           deadlines::state_of(clock, now) == deadlines::State::due_soon;
}

bool shows_office(const Case& c) noexcept {
    return c.office && !c.is_conduct() && c.kind != Kind::whistleblowing && c.state != State::received &&
           c.state != State::archived;
}

void add_open(Standing& out, const Case& c, std::span<const deadlines::Deadline> clocks,
              double emergency_from, base::Time now) noexcept {
    out.add(Mark::open);
    const bool is_early =
        c.state == State::received || c.state == State::verified || c.state == State::assigned;
    if (is_early && (!c.office || !c.person)) out.add(Mark::unassigned);
    if (std::ranges::any_of(clocks, [&](const auto& d) { return deadlines::is_overdue(d, now); }))
        out.add(Mark::late);
    else if (std::ranges::any_of(clocks, [&](const auto& d) { return is_due_soon(d, now); }))
        out.add(Mark::due_soon);
    if (c.state == State::awaiting_reporter) out.add(Mark::asking);
    if (c.level >= 1 || c.returns >= 2 || c.contests >= 2) out.add(Mark::to_decide);
    if (c.urgency >= emergency_from) out.add(Mark::urgent);
    if (c.state == State::scheduled) out.add(Mark::scheduled);
}

} // namespace

Standing standing_of(const Case& c, std::span<const deadlines::Deadline> clocks, double emergency_from,
                     base::Time now) noexcept {
    Standing out;
    const auto solving = std::ranges::find(clocks, "resolve", &deadlines::Deadline::name);
    const bool has_clock = solving != clocks.end();
    if (is_open(c.state)) {
        add_open(out, c, clocks, emergency_from, now);
        if (has_clock && deadlines::is_overdue(*solving, now)) out.add(Mark::overdue);
    }
    const bool is_done = c.state == State::resolved || c.state == State::closed;
    if (is_done) {
        out.add(Mark::done);
        if (!has_clock || (solving->met_at && *solving->met_at <= solving->due_at)) out.add(Mark::in_time);
    }
    if (is_done || c.contests > 0) out.add(Mark::claimed);
    if (c.contests > 0) out.add(Mark::contested);
    if (shows_office(c)) out.add(Mark::office_shown);
    if (c.kind == Kind::whistleblowing) out.add(Mark::whistleblowing);
    if (c.is_conduct() || c.kind == Kind::whistleblowing) out.add(Mark::restricted);
    return out;
}

} // namespace cases
