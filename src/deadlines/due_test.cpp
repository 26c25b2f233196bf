#include "deadlines/due.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using base::Zone;
using testing::at;

// Counted by hand on the decrees' calendars.
TEST(Due, in_working_days_is_the_end_of_the_nth_working_day_after_the_start) {
    const struct {
        const char* start;
        int days;
        const char* due;              ///< with collective leave off
        const char* due_leave_worked; ///< with collective leave worked
    } rows[] = {
        // Nyepi, Idulfitri and their collective leave: 18 to 24 March 2026 are off altogether.
        {"2026-03-13T10:00", 3, "2026-03-25", "2026-03-18"},
        {"2026-03-16T10:00", 3, "2026-03-26", "2026-03-20"},
        {"2026-03-17T00:00", 1, "2026-03-25", "2026-03-18"},
        {"2026-03-17T23:59:59.999", 3, "2026-03-27", "2026-03-23"},
        {"2026-03-17T08:00", 5, "2026-03-31", "2026-03-25"},
        {"2026-03-17T08:00", 14, "2026-04-14", "2026-04-08"},
        {"2026-03-20T08:00", 1, "2026-03-25", "2026-03-23"},
        {"2026-03-24T08:00", 1, "2026-03-25", "2026-03-25"},
        // Kenaikan, Iduladha, Waisak, Pancasila.
        {"2026-05-13T12:00", 3, "2026-05-20", "2026-05-19"},
        {"2026-05-25T16:41", 10, "2026-06-11", "2026-06-10"},
        // The ends of years.
        {"2025-12-24T09:00", 3, "2025-12-31", "2025-12-30"},
        {"2026-12-23T09:00", 3, "2026-12-30", "2026-12-29"},
        {"2026-12-31T09:00", 1, "2027-01-04", "2027-01-04"},
        {"2026-01-02T09:00", 14, "2026-01-23", "2026-01-23"},
        {"2026-01-02T09:00", 60, "2026-04-09", "2026-04-01"},
        // The leap day of 2024 is a Thursday.
        {"2024-02-28T09:00", 1, "2024-02-29", "2024-02-29"},
        {"2024-02-28T09:00", 2, "2024-03-01", "2024-03-01"},
        {"2024-02-29T09:00", 2, "2024-03-04", "2024-03-04"},
        {"2024-02-26T09:00", 5, "2024-03-04", "2024-03-04"},
        // Friday to Monday, and starts on days off.
        {"2026-11-20T17:00", 1, "2026-11-23", "2026-11-23"},
        {"2026-11-21T17:00", 1, "2026-11-23", "2026-11-23"},
        {"2026-11-22T17:00", 1, "2026-11-23", "2026-11-23"},
        {"2026-11-23T00:00", 1, "2026-11-24", "2026-11-24"},
        {"2026-08-14T09:00", 3, "2026-08-20", "2026-08-20"},
        {"2026-08-24T09:00", 2, "2026-08-27", "2026-08-27"},
        {"2026-06-15T09:00", 1, "2026-06-17", "2026-06-17"},
        // Idulfitri of 2024 and 2025.
        {"2024-04-05T09:00", 3, "2024-04-18", "2024-04-12"},
        {"2025-03-27T09:00", 3, "2025-04-10", "2025-04-03"},
    };
    for (const auto& row : rows) {
        const auto end = [](const char* day) { return at(std::string(day) + "T23:59:59.999"); };
        const Spec spec = testing::working_days(row.days);
        const Calendar off = shipped_calendar(Zone::wib);
        const Calendar worked = shipped_calendar(Zone::wib, CollectiveLeave::is_worked);
        EXPECT_EQ(base::to_iso(due(spec, at(row.start), off).at), base::to_iso(end(row.due)))
            << row.start << " + " << row.days;
        EXPECT_EQ(base::to_iso(due(spec, at(row.start), worked).at), base::to_iso(end(row.due_leave_worked)))
            << row.start << " + " << row.days;
    }
}

TEST(Due, days_begin_and_end_in_the_zone_of_the_agency) {
    const struct {
        const char* start;
        Zone zone;
        const char* due;
    } rows[] = {
        // Thursday 16:59:59.999 UTC is the last millisecond of Thursday in Jakarta.
        {"2026-11-19T16:59:59.999Z", Zone::wib, "2026-11-20T16:59:59.999Z"},
        {"2026-11-19T17:00:00.000Z", Zone::wib, "2026-11-23T16:59:59.999Z"},
        {"2026-11-19T15:59:59.999Z", Zone::wita, "2026-11-20T15:59:59.999Z"},
        {"2026-11-19T16:00:00.000Z", Zone::wita, "2026-11-23T15:59:59.999Z"},
        {"2026-11-19T14:59:59.999Z", Zone::wit, "2026-11-20T14:59:59.999Z"},
        {"2026-11-19T15:00:00.000Z", Zone::wit, "2026-11-23T14:59:59.999Z"},
        {"2025-12-31T15:30:00.000Z", Zone::wit, "2026-01-02T14:59:59.999Z"},
    };
    for (const auto& row : rows) {
        const Due counted = due(testing::working_days(1), at(row.start), shipped_calendar(row.zone));
        EXPECT_EQ(base::to_iso(counted.at), row.due) << row.start << " " << base::name(row.zone);
    }
}

TEST(Due, in_calendar_hours_is_exact_to_the_millisecond_through_holidays) {
    const Calendar calendar = shipped_calendar(Zone::wib);
    const Due counted = due(testing::hours(72), at("2026-03-20T13:48:00.123"), calendar);
    EXPECT_EQ(base::to_iso(counted.at, Zone::wib), "2026-03-23T13:48:00.123+07:00");
    EXPECT_FALSE(counted.is_provisional);
    EXPECT_FALSE(due(testing::hours(72), at("2027-12-31T13:48"), calendar).is_provisional);
}

TEST(Due, is_provisional_as_soon_as_a_counted_day_lies_in_an_unknown_year) {
    const struct {
        const char* start;
        int days;
        bool is_provisional;
    } rows[] = {
        {"2027-12-20T09:00", 8, false}, // due on 31 December 2027
        {"2027-12-20T09:00", 9, true},  {"2027-12-31T09:00", 1, true},  {"2028-05-01T09:00", 1, true},
        {"2023-12-29T09:00", 1, true},  {"2023-12-31T09:00", 1, false}, // every counted day is in 2024
    };
    for (const auto& row : rows)
        EXPECT_EQ(
            due(testing::working_days(row.days), at(row.start), shipped_calendar(Zone::wib)).is_provisional,
            row.is_provisional)
            << row.start << " + " << row.days;
}

TEST(Due, pauses_shift_by_the_paused_time_of_the_mode) {
    const Calendar calendar = shipped_calendar(Zone::wib);
    struct Row {
        Spec spec;
        const char* start;
        std::vector<std::pair<const char*, const char*>> pauses;
        const char* due;
    };
    const Spec days = testing::working_days(3);
    const Spec hours = testing::hours(72);
    const Row rows[] = {
        // Monday 16 November 2026; three days: Thursday.
        {days, "2026-11-16T09:00", {}, "2026-11-19T23:59:59.999"},
        {days, "2026-11-16T09:00", {{"2026-11-17T10:00", "2026-11-17T15:00"}}, "2026-11-19T23:59:59.999"},
        {days, "2026-11-16T09:00", {{"2026-11-17T10:00", "2026-11-18T09:00"}}, "2026-11-20T23:59:59.999"},
        {days, "2026-11-16T09:00", {{"2026-11-17T10:00", "2026-11-19T09:00"}}, "2026-11-23T23:59:59.999"},
        // The day of the start does not count anyhow.
        {days, "2026-11-16T09:00", {{"2026-11-16T10:00", "2026-11-17T09:00"}}, "2026-11-19T23:59:59.999"},
        // Paused on the last day.
        {days, "2026-11-16T09:00", {{"2026-11-19T22:00", "2026-11-20T09:00"}}, "2026-11-20T23:59:59.999"},
        // A weekend costs nothing.
        {days, "2026-11-19T09:00", {{"2026-11-21T10:00", "2026-11-23T08:00"}}, "2026-11-24T23:59:59.999"},
        // Too late, or before: no effect.
        {days, "2026-11-16T09:00", {{"2026-11-20T00:00", "2026-11-25T09:00"}}, "2026-11-19T23:59:59.999"},
        {days, "2026-11-16T09:00", {{"2026-11-10T00:00", "2026-11-12T09:00"}}, "2026-11-19T23:59:59.999"},
        // Overlapping ones count once.
        {days,
         "2026-11-16T09:00",
         {{"2026-11-17T10:00", "2026-11-18T09:00"}, {"2026-11-17T11:00", "2026-11-18T10:00"}},
         "2026-11-20T23:59:59.999"},
        {hours, "2026-05-23T06:48", {{"2026-05-23T07:00", "2026-05-23T18:35"}}, "2026-05-26T18:23"},
        {hours,
         "2026-05-23T06:48",
         {{"2026-05-23T07:00", "2026-05-23T08:00"}, {"2026-05-23T07:30", "2026-05-23T09:00"}},
         "2026-05-26T08:48"},
        {hours, "2026-05-23T06:48", {{"2026-05-23T05:00", "2026-05-23T07:48"}}, "2026-05-26T07:48"},
        // The second pause only counts because the first moved the due time behind its begin.
        {hours,
         "2026-05-23T06:48",
         {{"2026-05-26T07:00", "2026-05-26T08:00"}, {"2026-05-24T06:00", "2026-05-24T07:00"}},
         "2026-05-26T08:48"},
        {hours, "2026-05-23T06:48", {{"2026-05-26T06:48:00.001", "2026-05-27T00:00"}}, "2026-05-26T06:48"},
    };
    for (const Row& row : rows) {
        std::vector<Pause> pauses;
        for (const auto& [from, until] : row.pauses)
            pauses.push_back({at(from), at(until)});
        EXPECT_EQ(base::to_iso(due(row.spec, at(row.start), calendar, {}, pauses).at),
                  base::to_iso(at(row.due)))
            << row.start << ", pause " << (row.pauses.empty() ? "" : row.pauses[0].first);
    }
}

TEST(Due, ignores_pauses_where_the_rule_allows_none) {
    Spec spec = testing::hours(72);
    spec.pauses_on.clear();
    const std::vector<Pause> pauses{{at("2026-05-23T07:00"), at("2026-05-24T07:00")}};
    EXPECT_EQ(due(spec, at("2026-05-23T06:00"), shipped_calendar(Zone::wib), {}, pauses).at,
              at("2026-05-26T06:00"));
}

TEST(Due, takes_the_amount_of_the_class) {
    const Spec* resolve = testing::profile("sp4n-lapor").find("resolve");
    const Calendar calendar = shipped_calendar(Zone::wib);
    const auto day_of = [&](const char* class_code) {
        return base::to_iso(
            base::local_day(due(*resolve, at("2026-01-02T09:00"), calendar, class_code).at, Zone::wib));
    };
    EXPECT_EQ(day_of(""), "2026-01-23");
    EXPECT_EQ(day_of("no_oversight"), "2026-01-23");
    EXPECT_EQ(day_of("oversight"), "2026-04-09");
}

} // namespace
} // namespace deadlines
