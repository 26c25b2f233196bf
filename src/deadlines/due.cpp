#include "deadlines/due.h"

#include <algorithm>
#include <limits>

namespace deadlines {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr auto no_limit = base::Duration::max();

Due in_hours(hours amount, base::Duration limit, base::Time start, std::span<const Pause> pauses) {
    base::Time at = start + amount;
    for (const Pause& pause : pauses) {
        if (pause.from > at) break;
        const base::Duration stood = std::min(pause.until - pause.from, limit);
        at += stood;
        limit -= stood;
    }
    return {at, /*is_provisional=*/false};
}

/// Working days at whose end it stood; that of the start does not count, so standing there costs nothing.
int lost_days(const Pause& pause, base::Day start, const Calendar& calendar) {
    const base::Day from = std::max(base::local_day(pause.from, calendar.zone()), start + days{1});
    const base::Day until = base::local_day(pause.until, calendar.zone());
    return from < until ? calendar.workdays(from, until) : 0;
}

Due in_working_days(int amount, int limit, base::Time start, std::span<const Pause> pauses,
                    const Calendar& calendar) {
    const base::Zone zone = calendar.zone();
    const base::Day first = base::local_day(start, zone);
    base::Day day = calendar.advance(first, amount);
    for (const Pause& pause : pauses) {
        if (base::local_day(pause.from, zone) > day) break;
        const int lost = std::min(lost_days(pause, first, calendar), limit);
        day = calendar.advance(day, lost);
        limit -= lost;
    }
    return {base::end_of_day(day, zone), !calendar.covers(first, day)};
}

Due in_office_hours(hours amount, base::Duration limit, base::Time start, std::span<const Pause> pauses,
                    const Calendar& calendar) {
    base::Time at = calendar.add_open(start, amount);
    for (const Pause& pause : pauses) {
        if (pause.from >= at) break; // the time was used up before
        const base::Duration stood = std::min(calendar.open_between(pause.from, pause.until), limit);
        at = calendar.add_open(at, stood);
        limit -= stood;
    }
    const base::Zone zone = calendar.zone();
    return {at, !calendar.covers(base::local_day(start, zone) - days{1}, base::local_day(at, zone))};
}

base::Duration limit_of(const Spec& spec) {
    return spec.pause_limit ? base::Duration(hours{*spec.pause_limit}) : no_limit;
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
        std::span<const Pause> pauses, Extension extension) {
    int amount = spec.amount_for(class_code);
    if (extension == Extension::granted) amount += spec.extension.value_or(0);
    std::vector<Pause> standing;
    if (spec.may_pause() && !pauses.empty()) standing = in_order(pauses, start);
    switch (spec.mode) {
    case Mode::calendar_hours: return in_hours(hours{amount}, limit_of(spec), start, standing);
    case Mode::working_days:
        return in_working_days(amount, spec.pause_limit.value_or(std::numeric_limits<int>::max()), start,
                               standing, calendar);
    case Mode::office_hours: return in_office_hours(hours{amount}, limit_of(spec), start, standing, calendar);
    }
    return {};
}

std::optional<base::Time> pause_ends_at(const Spec& spec, base::Time start, base::Time from,
                                        const Calendar& calendar, std::span<const Pause> pauses) {
    if (!spec.pause_limit) return std::nullopt;
    const base::Zone zone = calendar.zone();
    const auto stood = in_order(pauses, start);
    switch (spec.mode) {
    case Mode::calendar_hours: {
        base::Duration left = hours{*spec.pause_limit};
        for (const Pause& each : stood)
            left -= each.until - each.from;
        return from + std::max(left, base::Duration{});
    }
    case Mode::working_days: {
        int left = *spec.pause_limit;
        const base::Day first = base::local_day(start, zone);
        for (const Pause& each : stood)
            left -= lost_days(each, first, calendar);
        if (left <= 0) return from;
        // Until the end of the last working day that it may stand.
        const base::Day before = std::max(base::local_day(from, zone) - days{1}, first);
        return base::at_local(calendar.advance(before, left) + days{1}, base::Duration{}, zone);
    }
    case Mode::office_hours: {
        base::Duration left = hours{*spec.pause_limit};
        for (const Pause& each : stood)
            left -= calendar.open_between(each.from, each.until);
        return calendar.add_open(from, left);
    }
    }
    return std::nullopt;
}

} // namespace deadlines
