#include "deadlines/ical.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::day;

std::string calendar(std::string_view events) {
    std::string out =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//uji//uji//ID\n" + std::string(events) + "END:VCALENDAR\n";
    std::string lines;
    for (char c : out)
        lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return lines;
}
std::string event(std::string_view members) {
    return "BEGIN:VEVENT\nUID:1\n" + std::string(members) + "END:VEVENT\n";
}

TEST(Ical, reads_days_off_with_their_kind) {
    const auto read = parse_ical(
        calendar(
            event("DTSTART;VALUE=DATE:20280101\nDTEND;VALUE=DATE:20280102\nSUMMARY:Tahun Baru 2028\n") +
            event(
                "DTSTART;VALUE=DATE:20280224\nDTEND;VALUE=DATE:20280226\nSUMMARY:Cuti Bersama\\, contoh\n") +
            event("DTSTART;VALUE=DATE:20280715\nSUMMARY:Hari jadi "
                  "kota\nCATEGORIES:LIBUR_SENDIRI\nDESCRIPTION:Perda 1\n") +
            event("DTSTART;VALUE=DATE:20280301\nSUMMARY:Batal\nSTATUS:CANCELLED\n")),
        HolidayKind::national, "SKB 2028");
    ASSERT_TRUE(read) << read.error().field << read.error().detail;
    EXPECT_EQ(*read,
              (std::vector<Holiday>{
                  {day("2028-01-01"), HolidayKind::national, "Tahun Baru 2028", "SKB 2028"},
                  {day("2028-02-24"), HolidayKind::collective_leave, "Cuti Bersama, contoh", "SKB 2028"},
                  {day("2028-02-25"), HolidayKind::collective_leave, "Cuti Bersama, contoh", "SKB 2028"},
                  {day("2028-07-15"), HolidayKind::own, "Hari jadi kota", "Perda 1"},
              }));
}

TEST(Ical, takes_nothing_of_a_calendar_that_is_wrong) {
    const std::string good = event("DTSTART;VALUE=DATE:20280101\nSUMMARY:Tahun Baru\n");
    const struct {
        std::string text;
        const char* field;
    } rows[] = {
        {"", "VCALENDAR"},
        {"halo", "VCALENDAR"},
        {calendar(""), "VCALENDAR"},
        {std::string("BEGIN:VCALENDAR\0", 16), "VCALENDAR"},
        {"BEGIN:VCALENDAR\xff", "VCALENDAR"},
        {calendar(good + event("DTSTART:20280101T090000Z\nSUMMARY:Rapat\n")), "VEVENT 2"},
        {calendar(good + event("SUMMARY:Tanpa hari\n")), "VEVENT 2"},
        {calendar(event("DTSTART;VALUE=DATE:20280101\n")), "VEVENT 1"},
        {calendar(event("DTSTART;VALUE=DATE:20280231\nSUMMARY:Tidak ada\n")), "VEVENT 1"},
        {calendar(event("DTSTART;VALUE=DATE:20280101\nDTEND;VALUE=DATE:20290101\nSUMMARY:Setahun\n")),
         "VEVENT 1"},
        {calendar(event("DTSTART;VALUE=DATE:20280101\nRRULE:FREQ=YEARLY\nSUMMARY:Tiap tahun\n")), "VEVENT 1"},
        {calendar(event("DTSTART;VALUE=DATE:20280101\nSUMMARY:" + std::string(500, 'x') + "\n")), "VEVENT 1"},
    };
    for (const auto& row : rows) {
        const auto read = parse_ical(row.text, HolidayKind::national, "uji");
        ASSERT_FALSE(read) << row.text;
        EXPECT_EQ(read.error().field, row.field) << row.text << read.error().detail;
        EXPECT_EQ(read.error().code, "import.line");
    }
    EXPECT_EQ(parse_ical(std::string(max_ical + 1, ' '), HolidayKind::own, "").error().code,
              "item.too_large");
    std::string many;
    for (int i = 0; i <= max_ical_events; ++i)
        many += good;
    EXPECT_EQ(parse_ical(calendar(many), HolidayKind::own, "").error().code, "import.line");
}

TEST(Ical, comes_back_as_it_was_written) {
    const auto& days = shipped_holidays();
    const std::string text = to_ical(days, "Hari libur Kota", testing::at("2026-11-22T12:00"));
    EXPECT_NE(text.find("DTSTAMP:20261122T050000Z"), std::string::npos);
    EXPECT_NE(text.find("SUMMARY:Hari Suci Nyepi (Tahun Baru Saka 1948)"), std::string::npos);
    const auto read = parse_ical(text, HolidayKind::own, "");
    ASSERT_TRUE(read) << read.error().field << read.error().detail;
    EXPECT_EQ(*read, days);
}

} // namespace
} // namespace deadlines
