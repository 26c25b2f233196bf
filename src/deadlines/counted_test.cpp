#include "deadlines/counted.h"
#include "deadlines/explain.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::at;
using testing::day;

Calendar calendar(std::vector<Holiday> own = {}, std::vector<base::Day> worked = {},
                  CollectiveLeave leave = CollectiveLeave::is_off) {
    auto all = shipped_holidays();
    all.insert(all.end(), own.begin(), own.end());
    return {base::Zone::wib, std::move(all), leave, std::move(worked)};
}

const Holiday anniversary{testing::day("2026-05-26"), HolidayKind::own, "Hari jadi; kota", "Kota"};

TEST(Counted, tells_only_of_days_that_are_not_as_every_week_has_them) {
    const struct {
        Calendar by;
        Mode mode;
        const char* first;
        const char* last;
        const char* told;
    } rows[] = {
        {calendar(), Mode::working_days, "2026-11-02", "2026-11-20", "18"},
        {calendar(), Mode::working_days, "2026-05-25", "2026-06-02", "8;h2;c3;h6;h7"},
        {calendar({anniversary}), Mode::working_days, "2026-05-25", "2026-05-28",
         "3;o1:Hari jadi, kota;h2;c3"},
        {calendar({}, {day("2026-05-28")}, CollectiveLeave::is_worked), Mode::working_days, "2026-05-25",
         "2026-05-28", "3;h2;w3"},
        {calendar(), Mode::working_days, "2027-12-27", "2028-01-03", "7;?2028"},
        {calendar(), Mode::calendar_hours, "2026-05-25", "2026-06-02", ""},
    };
    for (const auto& row : rows)
        EXPECT_EQ(counted_with(row.by, row.mode, day(row.first), day(row.last)), row.told);
}

TEST(Counted, days_are_again_what_they_were) {
    const base::Day first = day("2026-05-25");
    const std::string told =
        counted_with(calendar({anniversary}), Mode::working_days, first, day("2026-05-28"));
    const Calendar now = calendar({{day("2026-05-25"), HolidayKind::own, "baru", "Kota"},
                                   {day("2026-05-29"), HolidayKind::own, "baru", "Kota"}},
                                  {day("2026-05-27")}, CollectiveLeave::is_worked);
    const Calendar then = as_counted(told, first, now);
    EXPECT_EQ(then.state(day("2026-05-25")), DayState::workday) << "what came later is not told";
    EXPECT_EQ(then.state(day("2026-05-26")), DayState::own);
    EXPECT_EQ(then.holiday(day("2026-05-26"))->name, "Hari jadi, kota");
    EXPECT_EQ(then.state(day("2026-05-27")), DayState::holiday) << "opened later";
    EXPECT_EQ(then.state(day("2026-05-28")), DayState::collective_leave) << "worked now";
    EXPECT_EQ(then.state(day("2026-05-29")), DayState::own) << "after what it tells, as it is now";
}

TEST(Counted, hours_of_the_week_are_again_what_they_were) {
    CalendarParts parts;
    parts.holidays = shipped_holidays();
    parts.hours.days[1] = {{std::chrono::hours{8}, std::chrono::hours{9}}};
    parts.special = {{day("2026-11-04"), {{std::chrono::hours{10}, std::chrono::hours{11}}}}};
    const base::Day first = day("2026-11-02");
    const std::string told = counted_with(Calendar(parts), Mode::office_hours, first, day("2026-11-06"));
    const Calendar then = as_counted(told, first, calendar());
    EXPECT_EQ(agency::to_text({then.open(day("2026-11-03")).begin(), then.open(day("2026-11-03")).end()}),
              "08.00-09.00");
    EXPECT_EQ(then.open(day("2026-11-04")).front().opens, std::chrono::hours{10});
    EXPECT_EQ(then.open(day("2026-11-10")).size(), 1U);
    EXPECT_EQ(then.open(day("2026-11-10")).front().opens, std::chrono::minutes{450})
        << "a week later, as it is now";
}

TEST(Counted, what_cannot_be_read_is_left_out) {
    for (const char* broken :
         {"", "x", "5;h", "5;q3", "5;x1:abc", "5;;", "999999999999", "5;t|||", "5;?", "5;?abc"}) {
        const Calendar then = as_counted(broken, day("2026-11-02"), calendar());
        EXPECT_EQ(then.state(day("2026-11-03")), DayState::workday) << broken;
    }
}

TEST(Explain, of_a_stored_deadline_tells_the_days_it_was_counted_with) {
    const Profile& profile = testing::profile("sp4n-lapor");
    const Spec& spec = *profile.find("verify");
    const Deadline row =
        start_for({"case", 1}, profile, spec, at("2026-05-22T09:00"), calendar({anniversary}));
    ASSERT_EQ(row.due_at, at("2026-06-02T23:59:59.999"));
    const Explanation why = explain(profile, spec, row, calendar(), at("2026-05-25T09:00"));
    EXPECT_EQ(why.due.at, row.due_at) << "the day off was taken back later";
    EXPECT_EQ(why.days[4].name, "Hari jadi, kota");
    EXPECT_EQ(why.days.back().count, 3);
}

TEST(Explain, of_office_hours_tells_what_of_each_day_counted) {
    Spec spec = testing::hours(8);
    spec.mode = Mode::office_hours;
    const std::vector<Pause> pauses{{at("2026-11-02T15:00"), at("2026-11-03T08:00")}};
    const Explanation why = explain({}, spec, at("2026-11-02T09:00"), shipped_calendar(base::Zone::wib), {},
                                    pauses, at("2026-11-02T20:00"));
    EXPECT_EQ(why.due.at, at("2026-11-03T10:00"));
    ASSERT_EQ(why.days.size(), 2U);
    EXPECT_EQ(why.days[0].counted, std::chrono::hours{6});
    EXPECT_TRUE(why.days[0].is_paused);
    EXPECT_EQ(why.days[1].counted, std::chrono::hours{2});
    EXPECT_EQ(why.days[1].open.size(), 1U);
}

} // namespace
} // namespace deadlines
