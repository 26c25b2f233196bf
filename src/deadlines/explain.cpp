#include "deadlines/explain.h"

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

} // namespace

Explanation explain(const Profile& profile, const Spec& spec, base::Time start, const Calendar& calendar,
                    std::string_view class_code, std::span<const Pause> pauses, base::Time now) {
    const base::Zone zone = calendar.zone();
    Explanation out;
    out.name = spec.name;
    out.mode = spec.mode;
    out.amount = spec.amount_for(class_code);
    out.starts_on = spec.starts_on;
    out.start = start;
    out.due = due(spec, start, calendar, class_code, pauses);
    out.zone = zone;
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

    const base::Day first = base::local_day(start, zone);
    const base::Day last = base::local_day(out.due.at, zone);
    int counted = 0;
    for (base::Day day = first; day <= last; day += days{1}) {
        ExplainedDay each = explained(day, calendar);
        each.is_start = day == first;
        each.is_due = day == last;
        each.is_today = day == base::local_day(now, zone);
        if (spec.mode == Mode::working_days && !each.is_start && each.state == DayState::workday) {
            each.is_paused = stands_at_end_of(day, out.pauses, zone);
            if (!each.is_paused) each.count = ++counted;
        }
        if (const Holiday* holiday = calendar.holiday(day);
            holiday && std::ranges::find(out.holiday_sources, holiday->source) == out.holiday_sources.end())
            out.holiday_sources.push_back(holiday->source);
        out.days.push_back(std::move(each));
    }
    return out;
}

} // namespace deadlines
