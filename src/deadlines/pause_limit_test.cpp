#include "deadlines/deadline.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::at;

const Calendar& calendar() {
    static const Calendar shipped = shipped_calendar(base::Zone::wib);
    return shipped;
}

Spec limited(Spec spec, int limit) {
    spec.pause_limit = limit;
    return spec;
}

TEST(PauseLimit, is_used_up_in_the_unit_of_the_mode) {
    const Spec days = limited(testing::working_days(3), 2), hours = limited(testing::hours(72), 5);
    Spec office = limited(testing::hours(8), 5);
    office.mode = Mode::office_hours;
    const struct {
        const Spec& spec;
        const char* start;
        std::vector<Pause> stood;
        const char* from;
        const char* ends;
    } rows[] = {
        // Thursday: it may stand on Thursday and Friday, the weekend costs nothing.
        {days, "2026-11-16T09:00", {}, "2026-11-19T10:00", "2026-11-21T00:00"},
        {days, "2026-11-16T09:00", {}, "2026-11-20T10:00", "2026-11-24T00:00"},
        // Of the day of the start nothing is used.
        {days, "2026-11-16T09:00", {}, "2026-11-16T10:00", "2026-11-19T00:00"},
        {days,
         "2026-11-16T09:00",
         {{at("2026-11-17T10:00"), at("2026-11-18T09:00")}},
         "2026-11-19T10:00",
         "2026-11-20T00:00"},
        {days,
         "2026-11-16T09:00",
         {{at("2026-11-17T10:00"), at("2026-11-19T09:00")}},
         "2026-11-19T10:00",
         "2026-11-19T10:00"},
        {hours, "2026-11-16T09:00", {}, "2026-11-16T22:00", "2026-11-17T03:00"},
        {hours,
         "2026-11-16T09:00",
         {{at("2026-11-16T10:00"), at("2026-11-16T14:30")}},
         "2026-11-16T22:00",
         "2026-11-16T22:30"},
        {office, "2026-11-16T09:00", {}, "2026-11-16T15:00", "2026-11-17T11:30"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(pause_ends_at(row.spec, at(row.start), at(row.from), calendar(), row.stood), at(row.ends))
            << base::code_of(row.spec.mode) << " " << row.from;
    EXPECT_EQ(
        pause_ends_at(testing::hours(72), at("2026-11-16T09:00"), at("2026-11-16T10:00"), calendar(), {}),
        std::nullopt);
}

TEST(PauseLimit, lets_a_deadline_run_on_by_itself) {
    const Spec spec = limited(testing::hours(10), 5);
    const Deadline begun = start_for({"case", 1}, {}, spec, at("2026-11-16T09:00"), calendar());
    Deadline held = paused(begun, spec, at("2026-11-16T10:00"), calendar());
    EXPECT_EQ(held.pause_ends_at, at("2026-11-16T15:00"));
    EXPECT_EQ(held.next_crossing_at, at("2026-11-16T15:00")) << "the sweep finds it there";
    EXPECT_EQ(held.due_at, at("2026-11-17T00:00")) << "at the latest";
    EXPECT_EQ(state_of(held, at("2026-11-16T15:00")), State::paused);
    EXPECT_EQ(state_of(held, at("2026-11-16T15:00:00.001")), State::running);
    EXPECT_EQ(ran_on(held, at("2026-11-16T15:00")), held);
    const Deadline on = ran_on(held, at("2026-11-16T15:01"));
    EXPECT_EQ(on.paused_at, std::nullopt);
    EXPECT_EQ(on.due_at, at("2026-11-17T00:00"));
    EXPECT_EQ(on.paused_ms, std::chrono::hours{5});
    EXPECT_EQ(on, resumed(held, spec, at("2026-11-16T20:00"), calendar())) << "however late the answer comes";
    // Nothing is left of the limit.
    EXPECT_EQ(paused(on, spec, at("2026-11-16T16:00"), calendar()), on);
}

TEST(PauseLimit, gives_back_what_was_not_used) {
    const Spec spec = limited(testing::hours(10), 5);
    const Deadline begun = start_for({"case", 1}, {}, spec, at("2026-11-16T09:00"), calendar());
    const Deadline held = paused(begun, spec, at("2026-11-16T10:00"), calendar());
    const Deadline on = resumed(held, spec, at("2026-11-16T12:00"), calendar());
    EXPECT_EQ(on.due_at, at("2026-11-16T21:00"));
    EXPECT_EQ(pauses_of(on), (std::vector<Pause>{{at("2026-11-16T10:00"), at("2026-11-16T12:00")}}));
    EXPECT_EQ(paused(on, spec, at("2026-11-16T13:00"), calendar()).pause_ends_at, at("2026-11-16T16:00"));
}

TEST(Moved, is_counted_anew_by_the_rule_and_days_of_today) {
    Profile later{.id = "p",
                  .version = "2",
                  .effective_from = "2026-11-01",
                  .name_id = "p",
                  .name_en = "p",
                  .contest_working_days = {},
                  .inherits = {},
                  .topics = {},
                  .kinds = {},
                  .deadlines = {}};
    const Spec three = testing::working_days(3), five = testing::working_days(5);
    Deadline running = start_for({"case", 1}, {}, three, at("2026-11-16T09:00"), calendar());
    running = resumed(paused(running, three, at("2026-11-17T10:00"), calendar()), three,
                      at("2026-11-18T10:00"), calendar());
    ASSERT_EQ(running.due_at, at("2026-11-20T23:59:59.999"));
    auto holidays = shipped_holidays();
    holidays.push_back({testing::day("2026-11-19"), HolidayKind::own, "libur", "uji"});
    const Deadline there = moved(running, later, five, Calendar(base::Zone::wib, holidays));
    EXPECT_EQ(there.due_at, at("2026-11-25T23:59:59.999")) << "18, 20, 23, 24, 25: stood on the 17th";
    EXPECT_EQ(there.profile_version, "2");
    EXPECT_EQ(there.crossed, Crossed::none);
    EXPECT_EQ(there.next_crossing_at, due_soon_at(there));
}

TEST(Extended, moves_what_was_paused_too) {
    Spec spec = testing::working_days(3);
    spec.extension = 2;
    Deadline running = start_for({"case", 1}, {}, spec, at("2026-11-16T09:00"), calendar());
    running = resumed(paused(running, spec, at("2026-11-17T10:00"), calendar()), spec, at("2026-11-18T10:00"),
                      calendar());
    const auto longer = extended(running, spec, at("2026-11-18T11:00"), calendar());
    ASSERT_TRUE(longer);
    EXPECT_EQ(longer->due_at, at("2026-11-24T23:59:59.999"));
    EXPECT_EQ(longer->extended_at, at("2026-11-18T11:00"));
}

} // namespace
} // namespace deadlines
