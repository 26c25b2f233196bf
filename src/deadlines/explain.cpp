#include "deadlines/explain.h"

#include "deadlines/counted.h"

#include <algorithm>

namespace deadlines {
namespace {

using std::chrono::days;

bool stands_at_end_of(base::Day day, std::span<const Pause> pauses, base::Zone zone) {
    return std::ranges::any_of(pauses, [&](const Pause& pause) {
        return base::local_day(pause.from, zone) <= day && day < base::local_day(pause.until, zone);
    });
}

ExplainedDay explained(base::Day day, const Calendar& calendar) {
    ExplainedDay out;
    out.day = day;
    out.state = calendar.state(day);
    if (const Holiday* holiday = calendar.holiday(day)) out.name = holiday->name;
    out.is_known = calendar.covers(day);
    return out;
}

/// The part of a day in which the office was open and the deadline ran.
/// `left`: what pauses may still cost.
void tell_hours(ExplainedDay& out, const Explanation& why, const Calendar& calendar, base::Duration& left) {
    const base::Time begin = std::max(base::at_local(out.day, base::Duration{}, why.zone), why.start);
    const base::Time end =
        std::min(base::at_local(out.day + days{1}, base::Duration{}, why.zone), why.due.at);
    const auto open = calendar.open(out.day);
    out.open.assign(open.begin(), open.end());
    out.counted = calendar.open_between(begin, end);
    for (const Pause& pause : why.pauses) {
        const auto stood =
            std::min(calendar.open_between(std::max(pause.from, begin), std::min(pause.until, end)), left);
        out.counted -= stood;
        left -= stood;
        out.is_paused = out.is_paused || stood.count() > 0;
    }
}

/// From the start's day to the due day. `limit`: what pauses may cost at most.
void tell_days(Explanation& out, const Calendar& calendar, base::Time now, std::optional<int> limit) {
    const base::Day first = base::local_day(out.start, out.zone);
    const base::Day last = base::local_day(out.due.at, out.zone);
    int counted = 0, lost = 0;
    auto left = limit ? base::Duration(std::chrono::hours{*limit}) : base::Duration::max();
    for (base::Day day = first; day <= last; day += days{1}) {
        ExplainedDay each = explained(day, calendar);
        each.is_start = day == first;
        each.is_due = day == last;
        each.is_today = day == base::local_day(now, out.zone);
        if (out.mode == Mode::working_days && !each.is_start && each.state == DayState::workday) {
            each.is_paused = stands_at_end_of(day, out.pauses, out.zone) && (!limit || lost < *limit);
            if (each.is_paused) ++lost;
            if (!each.is_paused) each.count = ++counted;
        }
        if (out.mode == Mode::office_hours) tell_hours(each, out, calendar, left);
        if (const Holiday* holiday = calendar.holiday(day);
            holiday && !holiday->source.empty() &&
            std::ranges::find(out.holiday_sources, holiday->source) == out.holiday_sources.end())
            out.holiday_sources.push_back(holiday->source);
        out.days.push_back(std::move(each));
    }
}

} // namespace

Explanation explain(const Profile& profile, const Spec& spec, base::Time start, const Calendar& calendar,
                    std::string_view class_code, std::span<const Pause> pauses, base::Time now,
                    Extension extension) {
    Explanation out;
    out.name = spec.name;
    out.mode = spec.mode;
    out.extension = extension == Extension::granted ? spec.extension.value_or(0) : 0;
    out.amount = spec.amount_for(class_code) + out.extension;
    out.starts_on = spec.starts_on;
    out.start = start;
    out.due = due(spec, start, calendar, class_code, pauses, extension);
    out.zone = calendar.zone();
    out.calendar_ends_on = calendar.ends_on();
    out.profile = profile.id;
    out.version = profile.version;
    out.effective_from = profile.effective_from;
    out.source = spec.source;
    for (const Pause& pause : in_order(spec.may_pause() ? pauses : std::span<const Pause>{}, start)) {
        if (pause.from > out.due.at) break;
        out.pauses.push_back(pause);
        out.paused += pause.until - pause.from;
    }
    tell_days(out, calendar, now, spec.pause_limit);
    return out;
}

Explanation explain(const Profile& profile, const Spec& spec, const Deadline& deadline,
                    const Calendar& calendar, base::Time now) {
    const base::Day first = base::local_day(deadline.started_at, calendar.zone());
    const Calendar its = as_counted(deadline.counted, first, calendar);
    auto pauses = pauses_of(deadline);
    if (deadline.paused_at && *deadline.paused_at < now)
        pauses.push_back({*deadline.paused_at, std::min(now, deadline.pause_ends_at.value_or(now))});
    Explanation out = explain(profile, spec, deadline.started_at, its, deadline.class_code, pauses, now,
                              deadline.extended_at ? Extension::granted : Extension::none);
    if (deadline.paused_at || out.due.at == deadline.due_at) return out;
    // Its row is older than the record of what was counted: what it says holds.
    out.due = {deadline.due_at, deadline.is_provisional};
    out.days.clear();
    tell_days(out, its, now, spec.pause_limit);
    return out;
}

} // namespace deadlines
