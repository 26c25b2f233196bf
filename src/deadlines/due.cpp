#include "deadlines/due.h"

#include <algorithm>

namespace deadlines {
namespace {

using std::chrono::days;

Due in_hours(int hours, base::Time start, std::span<const Pause> pauses) {
    base::Time at = start + std::chrono::hours{hours};
    for (const Pause& pause : pauses) {
        if (pause.from > at) break;
        at += pause.until - pause.from;
    }
    return {at, /*is_provisional=*/false};
}

Due in_working_days(int amount, base::Time start, std::span<const Pause> pauses, const Calendar& calendar) {
    const base::Zone zone = calendar.zone();
    const auto stands_at_end_of = [&](base::Day day) {
        return std::ranges::any_of(pauses, [&](const Pause& pause) {
            return base::local_day(pause.from, zone) <= day && day < base::local_day(pause.until, zone);
        });
    };
    const base::Day first = base::local_day(start, zone);
    base::Day day = first;
    for (int counted = 0; counted < amount;) {
        day += days{1};
        if (calendar.is_workday(day) && !stands_at_end_of(day)) ++counted;
    }
    return {base::end_of_day(day, zone), !calendar.covers(first, day)};
}

} // namespace

std::vector<Pause> in_order(std::span<const Pause> pauses, base::Time start) {
    std::vector<Pause> sorted;
    for (const Pause& pause : pauses)
        if (pause.until > start && pause.until > pause.from)
            sorted.push_back({std::max(pause.from, start), pause.until});
    std::ranges::sort(sorted, {}, &Pause::from);
    std::vector<Pause> out;
    for (const Pause& pause : sorted) {
        if (!out.empty() && pause.from <= out.back().until)
            out.back().until = std::max(out.back().until, pause.until);
        else
            out.push_back(pause);
    }
    return out;
}

Due due(const Spec& spec, base::Time start, const Calendar& calendar, std::string_view class_code,
        std::span<const Pause> pauses) {
    const int amount = spec.amount_for(class_code);
    const auto standing = in_order(spec.may_pause() ? pauses : std::span<const Pause>{}, start);
    switch (spec.mode) {
    case Mode::calendar_hours: return in_hours(amount, start, standing);
    case Mode::working_days: return in_working_days(amount, start, standing, calendar);
    }
    return {};
}

} // namespace deadlines
