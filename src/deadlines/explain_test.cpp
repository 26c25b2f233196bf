#include "deadlines/explain.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::at;

std::string strip(const Explanation& why) {
    std::string out;
    for (const ExplainedDay& day : why.days) {
        out += base::to_iso(day.day).substr(8);
        if (day.is_start) out += "start";
        if (day.is_today) out += "now";
        if (day.state != DayState::workday) out += "off";
        if (day.is_paused) out += "hold";
        if (day.count > 0) out += "#" + std::to_string(day.count);
        if (day.is_due) out += "due";
        out += ' ';
    }
    return out;
}

TEST(Explain, tells_day_by_day_what_counted) {
    const Profile& profile = testing::profile("sp4n-lapor");
    const Explanation why = explain(profile, *profile.find("silence"), at("2026-05-25T16:41"),
                                    shipped_calendar(base::Zone::wib), {}, {}, at("2026-05-26T09:00"));
    EXPECT_EQ(strip(why),
              "25start 26now#1 27off 28off 29#2 30off 31off 01off 02#3 03#4 04#5 05#6 06off 07off "
              "08#7 09#8 10#9 11#10due ");
    EXPECT_EQ(why.days[2].name, "Iduladha 1447 H");
    EXPECT_EQ(why.amount, 10);
    EXPECT_EQ(why.version, "1");
    EXPECT_EQ(why.effective_from, "2017-01-01");
    EXPECT_EQ(why.holiday_sources.size(), 1U);
    EXPECT_TRUE(why.holiday_sources[0].starts_with("SKB 3 Menteri 2026"));
}

TEST(Explain, hatches_days_at_whose_end_it_stood) {
    const std::vector<Pause> pauses{{at("2026-11-17T10:00"), at("2026-11-19T09:00")}};
    const Profile profile;
    const Explanation why = explain(profile, testing::working_days(3), at("2026-11-16T09:00"),
                                    shipped_calendar(base::Zone::wib), {}, pauses, at("2026-11-18T09:00"));
    EXPECT_EQ(strip(why), "16start 17hold 18nowhold 19#1 20#2 21off 22off 23#3due ");
    EXPECT_EQ(why.paused, std::chrono::hours(47));
}

TEST(Explain, of_hours_says_which_pauses_moved_it) {
    const std::vector<Pause> pauses{{at("2026-05-23T07:00"), at("2026-05-23T18:35")},
                                    {at("2026-06-20T07:00"), at("2026-06-23T18:35")}};
    const Profile& profile = testing::profile("3x24-jam");
    const Explanation why = explain(profile, profile.deadlines[0], at("2026-05-23T06:48"),
                                    shipped_calendar(base::Zone::wib), {}, pauses, at("2026-05-23T20:00"));
    EXPECT_EQ(why.due.at, at("2026-05-26T18:23"));
    ASSERT_EQ(why.pauses.size(), 1U);
    EXPECT_EQ(why.paused, std::chrono::minutes(11 * 60 + 35));
    EXPECT_EQ(why.days.size(), 4U);
}

TEST(Explain, marks_days_of_years_it_does_not_know) {
    const Profile profile;
    const Explanation why = explain(profile, testing::working_days(2), at("2027-12-30T09:00"),
                                    shipped_calendar(base::Zone::wib), {}, {}, at("2027-12-30T09:00"));
    EXPECT_TRUE(why.due.is_provisional);
    EXPECT_TRUE(why.days.front().is_known);
    EXPECT_FALSE(why.days.back().is_known);
    EXPECT_EQ(why.calendar_ends_on, testing::day("2027-12-31"));
}

} // namespace
} // namespace deadlines
