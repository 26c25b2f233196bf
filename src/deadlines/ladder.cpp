#include "deadlines/ladder.h"

#include "deadlines/clock_time.h"

#include <algorithm>

namespace deadlines {
namespace {

using std::chrono::days;
using std::chrono::hours;

bool runs(const Deadline& deadline) noexcept {
    return deadline.is_running() && !deadline.paused_at;
}

/// Working days that the deadline gives: those up to its due day, without those that a pause added.
int length_in_days(const Deadline& deadline, const Spec& spec, const Calendar& calendar,
                   std::string_view class_code) {
    const base::Zone zone = calendar.zone();
    const int all = calendar.workdays(base::local_day(deadline.started_at, zone) + days{1},
                                      base::local_day(deadline.due_at, zone) + days{1});
    if (deadline.paused_ms == base::Duration::zero()) return std::max(all, 1);
    return std::clamp(spec.amount_for(class_code), 1, std::max(all, 1));
}

base::Day back(base::Day day, int count, const Calendar& calendar) {
    while (count > 0) {
        day -= days{1};
        if (calendar.is_workday(day)) --count;
    }
    return day;
}

/// `percent` of a deadline that is `length` working days long and due at the end of `due_day`.
base::Time moment_in_days(base::Day due_day, int length, int percent, const Calendar& calendar) {
    constexpr base::Duration day_long = hours{24};
    const base::Zone zone = calendar.zone();
    const int away = length * std::abs(percent - 100); // hundredths of a working day
    const int whole = away / 100;
    const base::Duration part = day_long * (away % 100) / 100;
    if (percent <= 100) return base::end_of_day(back(due_day, whole, calendar), zone) - part;
    const base::Day last = calendar.advance(due_day, whole);
    if (part == base::Duration::zero()) return base::end_of_day(last, zone);
    return base::at_local(calendar.advance(last, 1), part, zone);
}

/// The same in office time.
base::Time moment_in_office_hours(const Deadline& deadline, const Spec& spec, int percent,
                                  const Calendar& calendar, std::string_view class_code) {
    const base::Duration all = calendar.open_between(deadline.started_at, deadline.due_at);
    const bool stood = deadline.paused_ms != base::Duration::zero();
    const base::Duration length =
        stood ? std::min(base::Duration(hours{spec.amount_for(class_code)}), all) : all;
    if (percent <= 100) return calendar.add_open(deadline.started_at, all - length * (100 - percent) / 100);
    return calendar.add_open(deadline.due_at, length * (percent - 100) / 100);
}

bool is_taken(const Climb& climb, const Step& step) {
    return std::ranges::find(climb.taken, key_of(step)) != climb.taken.end();
}

base::Time at(const Climb& climb, const Step& step) {
    return moment_of(climb.deadline, climb.spec, step.at_percent, climb.calendar, climb.class_code);
}

base::Result<void> check(const Quiet& quiet) {
    const auto from = parse_clock_time(quiet.from);
    const auto until = parse_clock_time(quiet.until);
    if (!from) return base::fail_field("ladder.quiet.from", "field.invalid", "an hour like 20.00");
    if (!until || *until == *from)
        return base::fail_field("ladder.quiet.until", "field.invalid", "another hour, like 06.00");
    return {};
}

base::Result<void> check(const Step& step, const std::string& path) {
    if (step.at_percent < earliest_percent || step.at_percent > latest_percent)
        return base::fail_field(path + ".at_percent", "field.invalid", "25 to 400");
    if (step.escalates.value_or(false) && step.at_percent < 100)
        return base::fail_field(path + ".escalates", "field.invalid",
                                "not before the deadline has passed: at 100 or later");
    return {};
}

} // namespace

base::Result<Ladder> checked(Ladder ladder) {
    if (ladder.quiet)
        if (auto fine = check(*ladder.quiet); !fine) return base::pass(fine);
    if (ladder.steps.size() > most_steps)
        return base::fail_field("ladder.steps", "field.invalid", "at most eight steps");
    for (std::size_t i = 0; i < ladder.steps.size(); ++i)
        if (auto fine = check(ladder.steps[i], "ladder.steps[" + std::to_string(i) + "]"); !fine)
            return base::pass(fine);
    const auto escalating =
        std::ranges::count_if(ladder.steps, [](const Step& step) { return step.escalates.value_or(false); });
    if (escalating != 1)
        return base::fail_field("ladder.steps", "field.invalid", "exactly one step escalates");
    std::ranges::sort(ladder.steps, {},
                      [](const Step& step) { return std::pair(step.at_percent, step.tells); });
    const auto twice = std::ranges::adjacent_find(ladder.steps, {}, key_of);
    if (twice != ladder.steps.end())
        return base::fail_field("ladder.steps", "field.invalid", "the same step stands there twice");
    return ladder;
}

std::string key_of(const Step& step) {
    return std::to_string(step.at_percent) + "." + std::string(base::code_of(step.tells));
}

base::Time moment_of(const Deadline& deadline, const Spec& spec, int percent, const Calendar& calendar,
                     std::string_view class_code) {
    switch (spec.mode) {
    case Mode::calendar_hours: {
        const base::Duration length = deadline.due_at - deadline.started_at - deadline.paused_ms;
        return deadline.due_at + length * (percent - 100) / 100;
    }
    case Mode::working_days:
        return moment_in_days(base::local_day(deadline.due_at, calendar.zone()),
                              length_in_days(deadline, spec, calendar, class_code), percent, calendar);
    case Mode::office_hours: return moment_in_office_hours(deadline, spec, percent, calendar, class_code);
    }
    return deadline.due_at;
}

std::vector<DueStep> due_steps(const Climb& climb, base::Time now) {
    std::vector<DueStep> out;
    if (!runs(climb.deadline)) return out;
    for (const Step& step : climb.ladder.steps) {
        if (is_taken(climb, step)) continue;
        const base::Time when = at(climb, step);
        if (now <= when) continue;
        for (DueStep& before : out)
            if (before.step.tells == step.tells) before.is_passed_over = true;
        out.push_back({step, when});
    }
    return out;
}

std::optional<base::Time> next_step_at(const Climb& climb, base::Time now) {
    if (!runs(climb.deadline)) return std::nullopt;
    for (const Step& step : climb.ladder.steps) {
        if (is_taken(climb, step)) continue;
        const base::Time when = at(climb, step);
        if (when >= now) return when;
    }
    return std::nullopt;
}

base::Time first_look_at(const Spec& spec, base::Time start, std::string_view class_code) {
    const base::Duration unit = spec.mode == Mode::working_days ? hours{24} : hours{1};
    return start + unit * spec.amount_for(class_code) * earliest_percent / 100;
}

base::Time may_ring_at(const Ladder& ladder, const Calendar& calendar, base::Time now) {
    if (!ladder.quiet) return now;
    const auto from = parse_clock_time(ladder.quiet->from);
    const auto until = parse_clock_time(ladder.quiet->until);
    if (!from || !until) return now;
    const base::Zone zone = calendar.zone();
    const base::Day today = base::local_day(now, zone);
    const base::Duration time = base::local_time_of_day(now, zone);
    const bool goes_over_midnight = *from > *until;
    base::Time wakes = now;
    if (goes_over_midnight && time >= *from)
        wakes = base::at_local(today + days{1}, *until, zone);
    else if (time < *until && (goes_over_midnight || time >= *from))
        wakes = base::at_local(today, *until, zone);
    if (!ladder.quiet->on_days_off.value_or(false)) return wakes;
    const base::Day day = base::local_day(wakes, zone);
    if (calendar.is_workday(day)) return wakes;
    // A night that ends in the morning ends the day off too; hours that lie within the day do not.
    const base::Day next = calendar.advance(day, 1);
    return goes_over_midnight ? base::at_local(next, *until, zone) : base::at_local(next, {}, zone);
}

} // namespace deadlines
