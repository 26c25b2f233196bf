#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::day;

TEST(Holidays, are_read_from_lines_with_quotes_comments_and_a_byte_order_mark) {
    const auto read =
        parse_holidays("\xEF\xBB\xBF"
                       "date,kind,name,source\r\n"
                       "# Pemprov\r\n\r\n"
                       "2026-06-22,libur_sendiri,\"HUT Jakarta, ke-499\",\"Pergub \"\"1\"\"\"\r\n");
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(*read, (std::vector<Holiday>{
                         {day("2026-06-22"), HolidayKind::own, "HUT Jakarta, ke-499", "Pergub \"1\""}}));
}

TEST(Holidays, name_the_line_that_is_wrong) {
    const std::string head = "date,kind,name,source\n";
    const struct {
        std::string text;
        std::string line;
    } rows[] = {
        {"", "line 1"},
        {"tanggal,jenis\n", "line 1"},
        {head + "2026-02-30,libur_nasional,x,y\n", "line 2"},
        {head + "2026-1-1,libur_nasional,x,y\n", "line 2"},
        {head + "2026-01-01,libur,x,y\n", "line 2"},
        {head + "2026-01-01,libur_nasional,x\n", "line 2"},
        {head + "2026-01-01,libur_nasional,x,y,z\n", "line 2"},
        {head + "2026-01-01,libur_nasional,,y\n", "line 2"},
        {head + "2026-01-01,libur_nasional,\"x,y\n", "line 2"},
        {head + "2026-01-01,libur_nasional,\"x\"y,z\n", "line 2"},
        {head + "2026-01-01,libur_nasional,x\xff,y\n", "line 2"},
        {head + "\n# ya\n2026-01-01,libur_nasional,x,y\n2026-01-01,libur_nasional,x,y\n", "line 5"},
    };
    for (const auto& row : rows) {
        const auto read = parse_holidays(row.text);
        ASSERT_FALSE(read) << row.text;
        EXPECT_EQ(read.error().code, "import.line") << row.text;
        EXPECT_EQ(read.error().field, row.line) << row.text;
        EXPECT_FALSE(read.error().detail.empty()) << row.text;
    }
}

TEST(Holidays, that_are_shipped_know_2024_to_2027) {
    EXPECT_EQ(shipped_holidays().size(), 106U);
    EXPECT_EQ(shipped_holidays().front().day, day("2024-01-01"));
    EXPECT_EQ(shipped_holidays().back().day, day("2027-12-26"));
}

TEST(Calendar, tells_what_a_day_is) {
    const Calendar calendar = shipped_calendar(base::Zone::wib);
    const struct {
        const char* day;
        DayState state;
        const char* name;
    } rows[] = {
        {"2026-03-17", DayState::workday, ""},
        {"2026-03-18", DayState::collective_leave, "Cuti Bersama Hari Suci Nyepi"},
        {"2026-03-19", DayState::holiday, "Hari Suci Nyepi (Tahun Baru Saka 1948)"},
        {"2026-03-21", DayState::holiday, "Idulfitri 1447 H"},
        {"2026-03-28", DayState::weekend, ""},
        {"2028-03-01", DayState::workday, ""},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(calendar.state(day(row.day)), row.state) << row.day;
        const Holiday* holiday = calendar.holiday(day(row.day));
        EXPECT_EQ(holiday ? holiday->name : "", row.name) << row.day;
    }
}

TEST(Calendar, works_through_collective_leave_where_the_agency_does) {
    const Calendar calendar = shipped_calendar(base::Zone::wib, CollectiveLeave::is_worked);
    EXPECT_EQ(calendar.state(day("2026-03-18")), DayState::workday);
    EXPECT_EQ(calendar.state(day("2026-03-19")), DayState::holiday);
}

TEST(Calendar, adds_the_days_of_an_agency_without_knowing_their_year_for_that) {
    auto holidays = shipped_holidays();
    holidays.push_back({day("2026-06-22"), HolidayKind::own, "HUT Jakarta", "Pergub"});
    holidays.push_back({day("2026-03-21"), HolidayKind::own, "tertutup", "Pergub"});
    holidays.push_back({day("2028-06-22"), HolidayKind::own, "HUT Jakarta", "Pergub"});
    const Calendar calendar(base::Zone::wib, std::move(holidays));
    EXPECT_EQ(calendar.state(day("2026-06-22")), DayState::own);
    EXPECT_EQ(calendar.state(day("2026-03-21")), DayState::holiday);
    EXPECT_EQ(calendar.ends_on(), day("2027-12-31"));
    EXPECT_FALSE(calendar.covers(day("2028-06-22")));
    EXPECT_TRUE(calendar.covers(day("2027-12-30"), day("2027-12-31")));
    EXPECT_FALSE(calendar.covers(day("2027-12-31"), day("2028-01-03")));
}

TEST(Calendar, without_any_year_covers_nothing) {
    const Calendar calendar(base::Zone::wib, {});
    EXPECT_FALSE(calendar.covers(day("2026-01-01")));
    EXPECT_EQ(calendar.advance(day("2026-01-02"), 1), day("2026-01-05"));
}

} // namespace
} // namespace deadlines
