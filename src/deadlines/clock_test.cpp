#include "deadlines/clock.h"
#include "deadlines/clock_pages.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

base::Result<ClockReport> run(const ClockArgs& args) {
    return clock(args, shipped_profiles(), shipped_holidays());
}

TEST(Clock, prints_the_contract_s_shape) {
    const auto report = run({.profile = "3x24-jam", .start = "2026-05-26T06:48:00.123Z"});
    ASSERT_TRUE(report);
    EXPECT_EQ(
        to_json(*report),
        R"({"profile":"3x24-jam","version":"1","zone":"WIB","start":"2026-05-26T13:48:00.123+07:00",)"
        R"("deadlines":[{"name":"resolve","mode":"calendar_hours","starts_on":"received",)"
        R"("start":"2026-05-26T13:48:00.123+07:00","assumed":false,"due":"2026-05-29T13:48:00.123+07:00",)"
        R"("provisional":false}]})");
}

TEST(Clock, assumes_events_that_are_not_given_at_the_start_and_says_so) {
    const auto report = run({.profile = "sp4n-lapor",
                             .start = "2026-03-17T09:00",
                             .zone = "wit",
                             .at = {"assigned=2026-03-25T10:00"}});
    ASSERT_TRUE(report);
    const struct {
        const char* name;
        bool is_assumed;
        const char* due;
    } rows[] = {
        {"verify", false, "2026-03-27T23:59:59.999+09:00"},
        {"follow_up", false, "2026-04-01T23:59:59.999+09:00"},
        {"resolve", false, "2026-04-14T23:59:59.999+09:00"},
        {"silence", true, "2026-04-08T23:59:59.999+09:00"},
    };
    ASSERT_EQ(report->deadlines.size(), std::size(rows));
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const ClockLine& line = report->deadlines[i];
        EXPECT_EQ(line.name, rows[i].name);
        EXPECT_EQ(line.is_assumed, rows[i].is_assumed) << line.name;
        EXPECT_EQ(base::to_iso(line.due.at, report->zone), rows[i].due) << line.name;
    }
}

TEST(Clock, pauses_what_may_be_paused_and_takes_the_class) {
    const auto report = run({.profile = "sp4n-lapor",
                             .start = "2026-11-02T09:00",
                             .pause = {"2026-11-03T10:00/2026-11-05T10:00"},
                             .class_code = "oversight"});
    ASSERT_TRUE(report);
    EXPECT_EQ(base::to_iso(report->deadlines[0].due.at, base::Zone::wib), "2026-11-05T23:59:59.999+07:00");
    EXPECT_EQ(base::to_iso(report->deadlines[1].due.at, base::Zone::wib), "2026-11-11T23:59:59.999+07:00");
    EXPECT_EQ(report->deadlines[2].why.amount, 60);
}

TEST(Clock, names_the_argument_that_is_wrong) {
    const ClockArgs good{.profile = "sp4n-lapor", .start = "2026-11-02T09:00"};
    const auto with = [&](auto change) {
        ClockArgs args = good;
        change(args);
        return args;
    };
    const struct {
        ClockArgs args;
        const char* field;
    } rows[] = {
        {with([](ClockArgs& a) { a.profile = "besok"; }), "profile"},
        {with([](ClockArgs& a) { a.start = "kemarin"; }), "start"},
        {with([](ClockArgs& a) { a.start = ""; }), "start"},
        {with([](ClockArgs& a) { a.zone = "CET"; }), "zone"},
        {with([](ClockArgs& a) { a.at = {"assigned"}; }), "at"},
        {with([](ClockArgs& a) { a.at = {"assigned=soon"}; }), "at"},
        {with([](ClockArgs& a) { a.at = {"eaten=2026-11-02T09:00"}; }), "at"},
        {with([](ClockArgs& a) { a.at = {"assigned=2026-11-02", "assigned=2026-11-03"}; }), "at"},
        {with([](ClockArgs& a) { a.pause = {"2026-11-02T09:00"}; }), "pause"},
        {with([](ClockArgs& a) { a.pause = {"2026-11-02T09:00/x"}; }), "pause"},
        {with([](ClockArgs& a) { a.pause = {"2026-11-03T09:00/2026-11-02T09:00"}; }), "pause"},
        {with([](ClockArgs& a) { a.pause = {"1950-01-01/2150-01-01"}; }), "pause"},
    };
    for (const auto& row : rows) {
        const auto report = run(row.args);
        ASSERT_FALSE(report) << row.field;
        EXPECT_EQ(report.error().code, "field.invalid");
        EXPECT_EQ(report.error().field, row.field);
    }
}

TEST(Clock, explains_itself_to_people) {
    const auto report = run({.profile = "sp4n-lapor", .start = "2026-03-17T09:00"});
    ASSERT_TRUE(report);
    const std::string text = to_explanation(*report, base::Language::id);
    for (const char* part :
         {"2026-03-19  Hari Suci Nyepi", "2026-03-18  Cuti Bersama Hari Suci Nyepi (cuti bersama)",
          "2026-03-28  libur akhir pekan", "2026-03-27  hari kerja ke-3, tenggat",
          "Aturan sp4n-lapor versi 1", "Libur menurut SKB 3 Menteri 2026"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_NE(to_text(*report, base::Language::en).find("(assigned assumed at the start)"),
              std::string::npos);
    const auto late = run({.profile = "sp4n-lapor", .start = "2027-12-30T09:00"});
    EXPECT_NE(to_text(*late, base::Language::id).find("kalender libur hanya sampai 2027-12-31"),
              std::string::npos);
}

} // namespace
} // namespace deadlines
