#include "deadlines/agency_calendar.h"
#include "deadlines/due.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using namespace std::chrono;

agency::Directory directory(std::vector<agency::OwnDay> days, bool leave_is_off = true) {
    agency::Agency agency;
    agency.id = base::AgencyId{1};
    agency.organiser = "Pemerintah Kota";
    agency.leave_is_off = leave_is_off;
    return agency::Directory({.agency = agency,
                              .offices = {},
                              .topics = {},
                              .rules = {},
                              .accounts = {},
                              .days = std::move(days)});
}

constexpr base::Day wednesday = 2026y / July / 15, saturday = 2026y / July / 18;
constexpr base::Day collective_leave = 2024y / February / 9; // Tahun Baru Imlek 2575

TEST(AgencyCalendar, has_the_own_days_of_the_agency) {
    const auto of = directory({{wednesday, "Hari jadi kota", true}, {saturday, "Sabtu layanan", false}});
    const Calendar& calendar = calendar_of(of);
    EXPECT_EQ(calendar.state(wednesday), DayState::own);
    EXPECT_EQ(calendar.holiday(wednesday)->name, "Hari jadi kota");
    EXPECT_EQ(calendar.state(saturday), DayState::workday);
    EXPECT_EQ(calendar.state(saturday + days{1}), DayState::weekend);
    EXPECT_EQ(&calendar_of(of), &calendar) << "made once";
}

TEST(AgencyCalendar, opens_even_a_national_holiday) {
    const base::Day independence = 2026y / August / 17;
    EXPECT_EQ(calendar_of(directory({})).state(independence), DayState::holiday);
    const auto open = directory({{independence, "Layanan upacara", false}});
    EXPECT_EQ(calendar_of(open).state(independence), DayState::workday);
    EXPECT_TRUE(calendar_of(open).covers(independence));
    EXPECT_EQ(calendar_of(open).holiday(independence), nullptr);
}

TEST(AgencyCalendar, counts_collective_leave_as_the_agency_has_it) {
    const auto off = directory({}), worked = directory({}, /*leave_is_off=*/false);
    EXPECT_EQ(calendar_of(off).state(collective_leave), DayState::collective_leave);
    EXPECT_EQ(calendar_of(worked).state(collective_leave), DayState::workday);
}

TEST(AgencyCalendar, moves_what_is_due) {
    const Profile& profile = **shipped_profiles().in_force("sp4n-lapor", wednesday);
    const base::Time start = base::at_local(2026y / July / 14, hours{9}, base::Zone::wib);
    const auto plain = directory({}), own = directory({{wednesday, "Hari jadi kota", true}});
    const Due before = due(*profile.find("verify"), start, calendar_of(plain));
    const Due after = due(*profile.find("verify"), start, calendar_of(own));
    EXPECT_EQ(base::local_day(before.at, base::Zone::wib), base::Day(2026y / July / 17));
    EXPECT_EQ(base::local_day(after.at, base::Zone::wib), base::Day(2026y / July / 20));
}

} // namespace
} // namespace deadlines
