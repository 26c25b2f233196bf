#include "deadlines/deadline.h"
#include "deadlines/slow_clock.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace deadlines {
namespace {

using base::Zone;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using testing::SlowClock;

/// RapidCheck draws the seed of a run, which stands in its report; the tries of the run follow from it. To
/// draw each number by itself would cost fifty times what is tried with it.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}
    std::int64_t in(std::int64_t from, std::int64_t until) {
        return std::uniform_int_distribution<std::int64_t>(from, until - 1)(engine_);
    }
    bool once_in(int n) { return in(0, n) == 0; }

private:
    std::mt19937_64 engine_;
};

/// One calendar, once as agencies have it and once for the slow clock.
struct Both {
    CalendarParts parts;
    Calendar calendar;
    SlowClock slow;
};

Both both(CalendarParts parts) {
    testing::SlowDays slow{.zone = parts.zone, .off = {}, .worked = {}, .special = {}, .week = parts.hours};
    for (const Holiday& each : parts.holidays)
        if (each.kind != HolidayKind::collective_leave || parts.leave == CollectiveLeave::is_off)
            slow.off.insert(each.day);
    slow.worked.insert(parts.worked.begin(), parts.worked.end());
    for (const DayHours& each : parts.special)
        slow.special[each.day] = each.open;
    return {parts, Calendar(parts), SlowClock(std::move(slow))};
}

agency::OfficeHours week_of(int number) {
    agency::OfficeHours out = agency::usual_office_hours();
    auto day = [&](const char* text) { return agency::parse_intervals(text, {}).value(); };
    if (number == 1) { // a break at noon, a long one on Fridays, Saturday mornings
        for (std::size_t i = 0; i < 4; ++i)
            out.days[i] = day("07.30-12.00, 13.00-16.00");
        out.days[4] = day("07.30-11.30, 13.30-16.30");
        out.days[5] = day("08.00-12.00");
    }
    if (number == 2) { // round the clock from Monday to Saturday
        for (std::size_t i = 0; i < 6; ++i)
            out.days[i] = day("00.00-24.00");
    }
    return out;
}

constexpr base::Day first_of_2024 = std::chrono::year{2024} / 1 / 1;

/// Three zones x leave off or worked x five agencies, each with days and hours of its own.
const std::vector<Both>& calendars() {
    static const std::vector<Both> all = [] {
        std::vector<Both> out;
        Draw draw(2026);
        for (Zone zone : {Zone::wib, Zone::wita, Zone::wit})
            for (CollectiveLeave leave : {CollectiveLeave::is_off, CollectiveLeave::is_worked})
                for (int number = 0; number < 5; ++number) {
                    CalendarParts parts{.zone = zone,
                                        .holidays = shipped_holidays(),
                                        .leave = leave,
                                        .worked = {},
                                        .hours = week_of(number % 3),
                                        .special = {},
                                        .years = {}};
                    std::set<base::Day> taken;
                    for (int own = 0; own < number * 25; ++own) {
                        const base::Day day = first_of_2024 + days{draw.in(0, 1461)};
                        if (!taken.insert(day).second) continue;
                        if (draw.once_in(2)) {
                            parts.holidays.push_back({day, HolidayKind::own, "libur", "uji"});
                            continue;
                        }
                        parts.worked.push_back(day);
                        if (draw.once_in(2))
                            parts.special.push_back({day, {{hours{8}, hours{11}}, {hours{13}, hours{14}}}});
                    }
                    out.push_back(both(std::move(parts)));
                }
        return out;
    }();
    return all;
}

struct Try {
    const Both* by = nullptr;
    Spec spec;
    base::Time start{};
    std::vector<Pause> pauses;
};

std::string told(const Try& t) {
    std::string out = base::to_iso(t.start, t.by->parts.zone) + " + " + std::to_string(t.spec.amount) + " " +
                      std::string(base::code_of(t.spec.mode));
    if (t.spec.pause_limit) out += " limit " + std::to_string(*t.spec.pause_limit);
    for (const Pause& pause : t.pauses)
        out += " pause " + base::to_iso(pause.from, t.by->parts.zone) + "/" +
               base::to_iso(pause.until, t.by->parts.zone);
    return out;
}

/// Starts in 2024 to 2027, every fourth around a leap day, a year's end or Idul Fitri; whole minutes.
base::Time any_start(Draw& draw) {
    static const std::vector<base::Day> hard = [] {
        std::vector<base::Day> out;
        for (const char* each : {"2024-02-29", "2024-04-10", "2024-12-31", "2025-03-31", "2025-12-31",
                                 "2026-03-21", "2026-12-31", "2027-03-10", "2027-12-24"})
            out.push_back(testing::day(each));
        return out;
    }();
    const base::Day day =
        draw.once_in(4) ? hard[static_cast<std::size_t>(draw.in(0, std::ssize(hard)))] - days{draw.in(0, 15)}
                        : first_of_2024 + days{draw.in(0, 1461)};
    // Midnight in one zone is an hour before or after it in another.
    const minutes of_day = draw.once_in(8) ? hours{15 + draw.in(0, 4)} : minutes{draw.in(0, 1440)};
    return base::Time{day} + of_day;
}

Try any_try(Draw& draw, Mode mode) {
    Try out;
    out.by = &calendars()[static_cast<std::size_t>(draw.in(0, std::ssize(calendars())))];
    out.start = any_start(draw);
    switch (mode) {
    case Mode::calendar_hours: out.spec = testing::hours(static_cast<int>(draw.in(1, 400))); break;
    case Mode::working_days: out.spec = testing::working_days(static_cast<int>(draw.in(1, 91))); break;
    case Mode::office_hours:
        out.spec = testing::hours(static_cast<int>(draw.in(1, 120)));
        out.spec.mode = mode;
        break;
    }
    const minutes whole{mode == Mode::calendar_hours ? out.spec.amount * 60 : 20 * 24 * 60};
    for (auto left = draw.in(0, 4); left > 0; --left) {
        const base::Time from = out.start + minutes{draw.in(-600, whole.count())};
        out.pauses.push_back({from, from + minutes{draw.in(1, draw.once_in(3) ? 20'000 : 1'500)}});
    }
    if (draw.once_in(5))
        out.pauses.push_back({std::chrono::floor<minutes>(due(out.spec, out.start, out.by->calendar).at),
                              out.start + days{90}});
    if (draw.once_in(3))
        out.spec.pause_limit = static_cast<int>(draw.in(1, mode == Mode::working_days ? 6 : 60));
    return out;
}

/// Runs `holds` for each of `count` tries of a run; RapidCheck makes a hundred runs.
void each_of(int count, Mode mode, auto holds) {
    Draw draw(*rc::gen::arbitrary<std::uint64_t>().as("seed"));
    for (int i = 0; i < count; ++i) {
        const Try t = any_try(draw, mode);
        if (!holds(t, draw)) RC_FAIL(told(t));
    }
}

bool agrees(const Try& t, Draw&) {
    const base::Time plain = due(t.spec, t.start, t.by->calendar).at;
    if (plain != t.by->slow.due(t.spec, t.start, t.spec.amount, {})) return false;
    return due(t.spec, t.start, t.by->calendar, {}, t.pauses).at ==
           t.by->slow.due(t.spec, t.start, t.spec.amount, t.pauses);
}

// 100 runs of 250, 250 and 150 tries, each counted without and with its pauses: 130,000 cases.
RC_GTEST_PROP(DueProperty, calendar_hours_agree_with_walking_minute_by_minute, ()) {
    each_of(250, Mode::calendar_hours, agrees);
}
RC_GTEST_PROP(DueProperty, working_days_agree_with_walking_minute_by_minute, ()) {
    each_of(250, Mode::working_days, agrees);
}
RC_GTEST_PROP(DueProperty, office_hours_agree_with_walking_minute_by_minute, ()) {
    each_of(150, Mode::office_hours, agrees);
}

RC_GTEST_PROP(DueProperty, one_more_day_off_never_makes_it_earlier, ()) {
    for (const Mode mode : {Mode::working_days, Mode::office_hours})
        each_of(2, mode, [](const Try& t, Draw& draw) {
            CalendarParts more = t.by->parts;
            const base::Day extra = std::chrono::floor<days>(t.start) + days{draw.in(0, 60)};
            std::erase(more.worked, extra);
            std::erase_if(more.special, [&](const DayHours& each) { return each.day == extra; });
            more.holidays.push_back({extra, HolidayKind::own, "libur", "uji"});
            CalendarParts less = more;
            less.holidays.pop_back();
            return due(t.spec, t.start, Calendar(more)).at >= due(t.spec, t.start, Calendar(less)).at;
        });
}

RC_GTEST_PROP(DueProperty, a_pause_postpones_by_as_much_of_that_modes_time, ()) {
    each_of(40, Mode::calendar_hours, [](Try t, Draw& draw) {
        t.spec.pause_limit.reset();
        const base::Time plain = due(t.spec, t.start, t.by->calendar).at;
        const base::Time from = t.start + minutes{draw.in(0, (plain - t.start) / minutes{1})};
        const minutes stood{draw.in(1, 9'000)};
        return due(t.spec, t.start, t.by->calendar, {}, std::vector<Pause>{{from, from + stood}}).at ==
               plain + stood;
    });
    each_of(10, Mode::office_hours, [](Try t, Draw& draw) {
        t.spec.pause_limit.reset();
        const base::Time plain = due(t.spec, t.start, t.by->calendar).at;
        const base::Time from = t.start + minutes{draw.in(0, (plain - t.start) / minutes{1})};
        const base::Time until = from + minutes{draw.in(1, 4'000)};
        const base::Time later =
            due(t.spec, t.start, t.by->calendar, {}, std::vector<Pause>{{from, until}}).at;
        return t.by->slow.minutes(t.spec.mode, plain, later) == t.by->slow.minutes(t.spec.mode, from, until);
    });
    each_of(40, Mode::working_days, [](Try t, Draw& draw) {
        t.spec.pause_limit.reset();
        const Calendar& calendar = t.by->calendar;
        const base::Day first = base::local_day(t.start, calendar.zone());
        const base::Day plain = base::local_day(due(t.spec, t.start, calendar).at, calendar.zone());
        const base::Day from = first + days{draw.in(1, (plain - first).count() + 1)};
        const base::Day until = from + days{draw.in(0, 20)};
        const std::vector<Pause> pauses{{base::at_local(from, hours{9}, calendar.zone()),
                                         base::at_local(until, hours{9}, calendar.zone()) + minutes{1}}};
        int stood = 0;
        for (base::Day day = from; day < until; day += days{1})
            if (t.by->slow.is_workday(day)) ++stood;
        const base::Day later =
            base::local_day(due(t.spec, t.start, calendar, {}, pauses).at, calendar.zone());
        return calendar.workdays(plain + days{1}, later + days{1}) == stood;
    });
}

/// Everything that can change a deadline once it runs.
using Step = std::function<Deadline(Deadline)>;

RC_GTEST_PROP(DueProperty, pauses_extension_and_class_give_the_same_in_any_order, ()) {
    for (const Mode mode : {Mode::calendar_hours, Mode::working_days, Mode::office_hours})
        each_of(12, mode, [](Try t, Draw& draw) {
            const Calendar& calendar = t.by->calendar;
            // A limit is used up as events come, so one that is told late may find nothing left of it.
            t.spec.pause_limit.reset();
            t.spec.extension = static_cast<int>(draw.in(1, 20));
            t.spec.by_class = {{"oversight", t.spec.amount + static_cast<int>(draw.in(1, 40))}};
            const Deadline begun = start_for({"case", 1}, {}, t.spec, t.start, calendar);
            // All of it happens while the deadline runs, whatever came before: else it is refused.
            std::erase_if(t.pauses,
                          [&](const Pause& each) { return each.from < t.start || each.from > begun.due_at; });
            t.pauses = in_order(t.pauses, t.start);
            std::vector<Step> steps;
            for (const Pause& each : t.pauses)
                steps.push_back([&, each](Deadline d) {
                    return resumed(paused(std::move(d), t.spec, each.from, calendar), t.spec, each.until,
                                   calendar);
                });
            steps.push_back(
                [&](Deadline d) { return extended(std::move(d), t.spec, t.start, calendar).value(); });
            steps.push_back(
                [&](Deadline d) { return recounted(std::move(d), t.spec, "oversight", calendar); });
            const Due at_once = due(t.spec, t.start, calendar, "oversight", t.pauses, Extension::granted);
            for (int i = 0; i < 3; ++i) {
                std::ranges::shuffle(steps,
                                     std::mt19937_64(static_cast<std::uint64_t>(draw.in(0, 1'000'000))));
                Deadline d = begun;
                for (const Step& step : steps)
                    d = step(std::move(d));
                if (d.due_at != at_once.at || d.is_provisional != at_once.is_provisional) return false;
                if (!d.extended_at || d.class_code != "oversight") return false;
            }
            return true;
        });
}

RC_GTEST_PROP(DueProperty, what_was_counted_stays_whatever_becomes_of_the_calendar, ()) {
    for (const Mode mode : {Mode::working_days, Mode::office_hours})
        each_of(3, mode, [](const Try& t, Draw& draw) {
            Spec longer = t.spec;
            longer.by_class = {{"same", t.spec.amount}, {"other", t.spec.amount + 1}};
            const Deadline begun = start_for({"case", 1}, {}, longer, t.start, t.by->calendar, "same");
            // Another agency's leave, days and hours in the same zone.
            const auto offset = static_cast<std::size_t>((t.by - calendars().data()) / 10 * 10);
            const Calendar& later = calendars()[offset + static_cast<std::size_t>(draw.in(0, 10))].calendar;
            const Deadline there = recounted(recounted(begun, longer, "other", later), longer, "same", later);
            return there.due_at == begun.due_at && there.is_provisional == begun.is_provisional;
        });
}

RC_GTEST_PROP(DueProperty, it_falls_on_a_working_day_with_exactly_so_many_before_it, ()) {
    each_of(100, Mode::working_days, [](const Try& t, Draw&) {
        const Calendar& calendar = t.by->calendar;
        const Due counted = due(t.spec, t.start, calendar);
        const base::Day first = base::local_day(t.start, calendar.zone());
        const base::Day last = base::local_day(counted.at, calendar.zone());
        return t.by->slow.is_workday(last) &&
               calendar.workdays(first + days{1}, last + days{1}) == t.spec.amount &&
               counted.at == base::end_of_day(last, calendar.zone()) &&
               counted.is_provisional == (last > testing::day("2027-12-31"));
    });
}

} // namespace
} // namespace deadlines
