#include "deadlines/clock_time.h"
#include "deadlines/ladder.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace deadlines {
namespace {

using base::Zone;
using testing::at;

const Calendar& calendar() {
    static const Calendar shipped = shipped_calendar(Zone::wib);
    return shipped;
}

Deadline started(const Spec& spec, const char* start) {
    return start_for({"case", 1}, testing::profile("sp4n-lapor"), spec, at(start), calendar());
}

TEST(Ladder, knows_when_a_part_of_the_time_is_over_in_the_mode_of_the_deadline) {
    const struct {
        Spec spec;
        const char* start;
        int percent;
        const char* moment;
    } rows[] = {
        {testing::hours(72), "2026-11-16T08:00", 50, "2026-11-17T20:00"},
        {testing::hours(72), "2026-11-16T08:00", 80, "2026-11-18T17:36"},
        {testing::hours(72), "2026-11-16T08:00", 100, "2026-11-19T08:00"},
        {testing::hours(72), "2026-11-16T08:00", 125, "2026-11-20T02:00"},
        // Ten working days from a Friday: Monday 23 November is the first, Friday 4 December the last.
        {testing::working_days(10), "2026-11-20T17:00", 50, "2026-11-27T23:59:59.999"},
        {testing::working_days(10), "2026-11-20T17:00", 80, "2026-12-02T23:59:59.999"},
        {testing::working_days(10), "2026-11-20T17:00", 100, "2026-12-04T23:59:59.999"},
        {testing::working_days(10), "2026-11-20T17:00", 125, "2026-12-09T12:00"},
        // Three: half of them ends at noon of the second.
        {testing::working_days(3), "2026-11-20T17:00", 50, "2026-11-24T11:59:59.999"},
        {testing::working_days(1), "2026-11-20T17:00", 25, "2026-11-23T05:59:59.999"},
        {testing::working_days(1), "2026-11-20T17:00", 200, "2026-11-24T23:59:59.999"},
        // Open from 07.30 to 16.00 on Mondays to Thursdays.
        {testing::office_hours(17), "2026-11-16T07:30", 50, "2026-11-16T16:00"},
        {testing::office_hours(17), "2026-11-16T07:30", 100, "2026-11-17T16:00"},
        {testing::office_hours(17), "2026-11-16T07:30", 150, "2026-11-18T16:00"},
        // Nyepi and Idulfitri lie between.
        {testing::working_days(4), "2026-03-16T10:00", 25, "2026-03-17T23:59:59.999"},
        {testing::working_days(4), "2026-03-16T10:00", 50, "2026-03-25T23:59:59.999"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(base::to_iso(moment_of(started(row.spec, row.start), row.spec, row.percent, calendar())),
                  base::to_iso(at(row.moment)))
            << row.start << " " << row.percent << " %";
}

TEST(Ladder, leaves_out_the_time_in_which_the_deadline_stood_still) {
    const Spec hours = testing::hours(72), days = testing::working_days(10);
    auto stood = [](const Spec& spec, const char* from, const char* until) {
        return resumed(paused(started(spec, "2026-11-16T08:00"), spec, at(from), calendar()), spec, at(until),
                       calendar());
    };
    const auto in_hours = stood(hours, "2026-11-17T08:00", "2026-11-19T08:00");
    EXPECT_EQ(moment_of(in_hours, hours, 50, calendar()), at("2026-11-19T20:00"));
    // Two working days at whose end it stood: half of ten is reached two days later.
    const auto in_days = stood(days, "2026-11-18T08:00", "2026-11-20T08:00");
    EXPECT_EQ(moment_of(in_days, days, 50, calendar()), at("2026-11-25T23:59:59.999"));
    EXPECT_EQ(moment_of(in_days, days, 100, calendar()), in_days.due_at);
}

TEST(Ladder, gives_each_step_once_and_only_the_furthest_to_the_same_people) {
    const Spec spec = testing::hours(100);
    const Deadline deadline = started(spec, "2026-11-16T00:00");
    auto now = [&](int hour) { return deadline.started_at + std::chrono::hours(hour); };
    const struct {
        int hour;
        std::vector<std::string> taken;
        std::vector<std::string> due; ///< with "-" before those that are passed over
        int next;                     ///< 0: none
    } rows[] = {
        {49, {}, {}, 50},
        {50, {}, {}, 50}, // due times are inclusive
        {51, {}, {"50.assignee"}, 80},
        {51, {"50.assignee"}, {}, 80},
        {81, {}, {"-50.assignee", "80.assignee"}, 100},
        {101, {}, {"-50.assignee", "80.assignee", "100.office_head"}, 125},
        {101, {"50.assignee", "80.assignee"}, {"100.office_head"}, 125},
        {300, {}, {"-50.assignee", "80.assignee", "100.office_head", "125.agency_head"}, 0},
        {300, {"50.assignee", "80.assignee", "100.office_head", "125.agency_head"}, {}, 0},
    };
    for (const auto& row : rows) {
        const Climb climb{deadline, spec, shipped_ladder(), calendar(), {}, row.taken};
        std::vector<std::string> due;
        for (const auto& step : due_steps(climb, now(row.hour)))
            due.push_back((step.is_passed_over ? "-" : "") + key_of(step.step));
        EXPECT_EQ(due, row.due) << row.hour;
        const auto next = next_step_at(climb, now(row.hour));
        EXPECT_EQ(next ? base::to_iso(*next) : "", row.next == 0 ? "" : base::to_iso(now(row.next)))
            << row.hour;
    }
}

TEST(Ladder, rests_while_the_deadline_stands_still_or_is_over) {
    const Spec spec = testing::hours(100);
    const Deadline running = started(spec, "2026-11-16T00:00");
    const base::Time later = running.due_at + std::chrono::hours(500);
    const base::Time early = running.started_at + std::chrono::hours(1);
    for (const Deadline& deadline :
         {met(running, early), ended(running, early), paused(running, spec, early, calendar())}) {
        const Climb climb{deadline, spec, shipped_ladder(), calendar()};
        EXPECT_TRUE(due_steps(climb, later).empty());
        EXPECT_FALSE(next_step_at(climb, early));
    }
}

TEST(Ladder, rings_nobody_at_night_or_on_a_day_off) {
    const Quiet nights{"20.00", "06.00", std::nullopt}, always{"20.00", "06.00", true},
        noon{"12.00", "13.30", true};
    const struct {
        std::optional<Quiet> quiet;
        const char* now;
        const char* rings;
    } rows[] = {
        {std::nullopt, "2026-11-21T02:00", "2026-11-21T02:00"},
        {nights, "2026-11-20T19:59", "2026-11-20T19:59"},
        {nights, "2026-11-20T20:00", "2026-11-21T06:00"},
        {nights, "2026-11-21T05:59", "2026-11-21T06:00"},
        {nights, "2026-11-21T06:00", "2026-11-21T06:00"},
        {always, "2026-11-20T20:00", "2026-11-23T06:00"}, // Friday evening: Monday morning
        {always, "2026-11-21T14:00", "2026-11-23T06:00"},
        {always, "2026-11-23T05:00", "2026-11-23T06:00"},
        {always, "2026-11-23T10:00", "2026-11-23T10:00"},
        {always, "2026-03-17T21:00", "2026-03-25T06:00"}, // Nyepi, Idulfitri
        {noon, "2026-11-23T12:10", "2026-11-23T13:30"},
        {noon, "2026-11-23T13:30", "2026-11-23T13:30"},
        {noon, "2026-11-22T12:10", "2026-11-23T00:00"},
    };
    for (const auto& row : rows) {
        Ladder ladder = shipped_ladder();
        ladder.quiet = row.quiet;
        EXPECT_EQ(base::to_iso(may_ring_at(ladder, calendar(), at(row.now))), base::to_iso(at(row.rings)))
            << row.now;
    }
}

TEST(Ladder, refuses_what_would_not_work) {
    using enum Audience;
    const struct {
        Ladder ladder;
        const char* field; ///< empty: fine
    } rows[] = {
        {{{}, {}, {{100, office_head, true}}}, ""},
        {{{}, Quiet{"22.00", "05.30", {}}, {{50, assignee, {}}, {110, office_head, true}}}, ""},
        {{{}, {}, {}}, "ladder.steps"},
        {{{}, {}, {{50, assignee, {}}}}, "ladder.steps"},
        {{{}, {}, {{100, office_head, true}, {120, agency_head, true}}}, "ladder.steps"},
        {{{}, {}, {{100, office_head, true}, {50, assignee, {}}, {50, assignee, {}}}}, "ladder.steps"},
        {{{}, {}, std::vector<Step>(9, {100, office_head, true})}, "ladder.steps"},
        {{{}, {}, {{100, office_head, true}, {24, assignee, {}}}}, "ladder.steps[1].at_percent"},
        {{{}, {}, {{401, office_head, true}}}, "ladder.steps[0].at_percent"},
        {{{}, {}, {{99, office_head, true}}}, "ladder.steps[0].escalates"},
        {{{}, Quiet{"25.00", "06.00", {}}, {{100, office_head, true}}}, "ladder.quiet.from"},
        {{{}, Quiet{"20.00", "20.00", {}}, {{100, office_head, true}}}, "ladder.quiet.until"},
        {{{}, Quiet{"20.00", "", {}}, {{100, office_head, true}}}, "ladder.quiet.until"},
    };
    for (const auto& row : rows) {
        const auto fine = checked(row.ladder);
        EXPECT_EQ(fine ? "" : fine.error().field, row.field);
    }
    EXPECT_EQ(shipped_ladder().steps.size(), 4);
    const auto in_order = checked({{}, {}, {{125, agency_head, {}}, {100, office_head, true}}}).value();
    EXPECT_EQ(key_of(in_order.steps.front()), "100.office_head");
}

TEST(Ladder, reads_hours_as_people_write_them) {
    using std::chrono::minutes;
    EXPECT_EQ(parse_clock_time("20.00"), minutes(1200));
    EXPECT_EQ(parse_clock_time("6:05"), minutes(365));
    for (const char* wrong : {"", "20", "24.00", "12.60", "a.00", "12.0", "012.00", "-1.00", "1.-1"})
        EXPECT_FALSE(parse_clock_time(wrong)) << wrong;
}

RC_GTEST_PROP(LadderProperty, moments_rise_end_at_the_due_time_and_are_never_looked_for_too_late, ()) {
    const int amount = *rc::gen::inRange(1, 120);
    Spec spec = testing::working_days(amount);
    spec.mode = *rc::gen::element(Mode::calendar_hours, Mode::working_days, Mode::office_hours);
    const base::Time start = at("2024-01-01T00:00") + std::chrono::minutes(*rc::gen::inRange(0, 1'500'000));
    Deadline deadline = start_for({"case", 1}, testing::profile("sp4n-lapor"), spec, start, calendar());
    if (*rc::gen::arbitrary<bool>()) {
        const base::Time from = start + std::chrono::minutes(*rc::gen::inRange(1, amount * 60));
        deadline = resumed(paused(deadline, spec, from, calendar()), spec,
                           from + std::chrono::minutes(*rc::gen::inRange(0, 50'000)), calendar());
    }
    base::Time last = first_look_at(spec, start);
    for (int percent = earliest_percent; percent <= 200; percent += 5) {
        const base::Time moment = moment_of(deadline, spec, percent, calendar());
        RC_ASSERT(moment >= last);
        last = moment;
    }
    RC_ASSERT(moment_of(deadline, spec, 100, calendar()) == deadline.due_at);
}

} // namespace
} // namespace deadlines
