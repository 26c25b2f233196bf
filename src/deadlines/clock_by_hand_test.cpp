// Due times that a person counted with a wall calendar from the joint decrees (SKB) of data/holidays/, not
// with this program. "Counted" says how, so that anybody can do it again.
#include "deadlines/clock.h"
#include "deadlines/own_profiles.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deadlines {
namespace {

#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr unsigned char land_office[] = {
#embed "../../data/profiles/land-office.json"
};

/// Eight hours of office time, as an agency would write it.
constexpr std::string_view eight_hours =
    R"([{"id":"janji-8-jam","version":"1","effective_from":"2020-01-01","name_id":"Jawaban 8 jam kerja",
    "name_en":"Answer in 8 office hours","deadlines":[{"name":"answer","name_id":"Jawaban","name_en":"Answer",
    "mode":"office_hours","amount":8,"starts_on":"received","pauses_on":["asked"],
    "resumes_on":["reporter_answered"],"source":"uji"}]}])";

Profiles profiles() {
    auto own = own_profiles_of({reinterpret_cast<const char*>(land_office), sizeof land_office}).value();
    for (auto& each : own_profiles_of(eight_hours).value())
        own.push_back(std::move(each));
    return with_own(shipped_profiles(), own).value();
}

struct Row {
    const char* deadline;
    ClockArgs args;
    const char* due;
    const char* counted;
};

const std::vector<std::string> with_breaks{"1=07.30-12.00, 13.00-16.00", "2=07.30-12.00, 13.00-16.00",
                                           "3=07.30-12.00, 13.00-16.00", "4=07.30-12.00, 13.00-16.00",
                                           "5=07.30-11.30, 13.00-16.30"};

const Row rows[] = {
    // Calendar hours: UU 27/2022 and the promise of 3x24 hours.
    {"resolve",
     {.profile = "3x24-jam", .start = "2026-05-23T06:48"},
     "2026-05-26T06:48:00.000+07:00",
     "23 + 3 days, weekend and all"},
    {"resolve",
     {.profile = "3x24-jam", .start = "2024-02-27T10:00"},
     "2024-03-01T10:00:00.000+07:00",
     "28 Feb, 29 Feb (leap year), 1 Mar"},
    {"resolve",
     {.profile = "3x24-jam", .start = "2025-02-26T10:00"},
     "2025-03-01T10:00:00.000+07:00",
     "27 Feb, 28 Feb, 1 Mar"},
    {"resolve",
     {.profile = "3x24-jam", .start = "2026-12-30T22:15"},
     "2027-01-02T22:15:00.000+07:00",
     "31 Dec, 1 Jan, 2 Jan"},
    {"resolve",
     {.profile = "3x24-jam", .start = "2026-05-23T06:48", .pause = {"2026-05-23T07:00/2026-05-23T18:35"}},
     "2026-05-26T18:23:00.000+07:00",
     "06.48 + 11 h 35 min"},
    {"resolve",
     {.profile = "personal-data", .start = "2026-03-20T16:00"},
     "2026-03-23T16:00:00.000+07:00",
     "Idulfitri does not stop UU 27/2022"},
    {"notify",
     {.profile = "breach", .start = "2026-03-20T23:59:59.999"},
     "2026-03-23T23:59:59.999+07:00",
     "the same millisecond"},
    // SP4N-LAPOR: working days by SKB 1497/2025 (2026) and its neighbours.
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-11-02T09:00"},
     "2026-11-05T23:59:59.999+07:00",
     "Tue 3, Wed 4, Thu 5"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-03-17T09:00"},
     "2026-03-27T23:59:59.999+07:00",
     "18 leave, 19 Nyepi, 20 leave, 21-22 Idulfitri, 23-24 leave; Wed 25, Thu 26, Fri 27"},
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2026-03-17T09:00"},
     "2026-04-14T23:59:59.999+07:00",
     "25-27 (3), 30-2 (7), Good Friday off, 6-10 (12), 13-14 (14)"},
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2026-01-02T09:00", .class_code = "oversight"},
     "2026-04-09T23:59:59.999+07:00",
     "Jan 19 without the 16th, Feb 18 without 16-17 (37), Mar 12 to the 17th (49), 25-31 (54), 1-2 Apr (56), "
     "6-9 (60)"},
    {"silence",
     {.profile = "sp4n-lapor", .start = "2026-05-18T09:00", .at = {"resolved=2026-05-25T16:41"}},
     "2026-06-11T23:59:59.999+07:00",
     "26 (1), 27-28 off, 29 (2), 1 Jun off, 2-5 (6), 8-11 (10)"},
    {"follow_up",
     {.profile = "sp4n-lapor", .start = "2026-12-21T09:00", .at = {"assigned=2026-12-23T10:00"}},
     "2027-01-04T23:59:59.999+07:00",
     "24-25 off, 28-31 (4), 1 Jan off, Mon 4 (5)"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-12-31T23:59"},
     "2027-01-07T23:59:59.999+07:00",
     "1 Jan off, Mon 4 (1), 5 Isra Mikraj 2027, 6 (2), 7 (3)"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2024-02-28T09:00"},
     "2024-03-04T23:59:59.999+07:00",
     "29 Feb (1), Fri 1 Mar (2), Mon 4 (3)"},
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2025-03-27T09:00"},
     "2025-04-28T23:59:59.999+07:00",
     "28 Mar-7 Apr off, 8-11 (4), 14-17 (8), 18 off, 21-25 (13), 28 (14)"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2025-08-15T16:00"},
     "2025-08-21T23:59:59.999+07:00",
     "18 Aug leave (amended decree), 19, 20, 21"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2024-06-14T16:00"},
     "2024-06-21T23:59:59.999+07:00",
     "17 Iduladha, 18 leave, 19, 20, 21"},
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2027-12-20T09:00"},
     "2028-01-10T23:59:59.999+07:00",
     "21-23 (3), 24 leave, 27-31 (8), 3-7 (13), 10 (14): provisional, no decree for 2028"},
    // Pauses.
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2026-11-02T09:00", .pause = {"2026-11-03T10:00/2026-11-05T10:00"}},
     "2026-11-24T23:59:59.999+07:00",
     "3-6 (4) 9-13 (9) 16-20 (14), and two days at whose end it stood: 23, 24"},
    {"resolve",
     {.profile = "sp4n-lapor", .start = "2026-03-16T09:00", .pause = {"2026-03-17T09:00/2026-03-25T09:00"}},
     "2026-04-14T23:59:59.999+07:00",
     "17, 25-27, 30-2, 6-10, 13 would be 14; of the pause only the 17th is a working day"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-11-02T09:00", .pause = {"2026-11-03T10:00/2026-11-05T10:00"}},
     "2026-11-05T23:59:59.999+07:00",
     "verification is not paused by asking"},
    // Days of the agency's own.
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-07-14T09:00", .days = {"2026-07-15=tutup"}},
     "2026-07-20T23:59:59.999+07:00",
     "15 closed, 16, 17, Mon 20"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-07-15T09:00", .days = {"2026-07-18=08.00-12.00"}},
     "2026-07-18T23:59:59.999+07:00",
     "16, 17, and Saturday 18, which is open here"},
    // Which day it is, is decided by the zone: Sunday 23.30 in Jakarta is Monday in Makassar and Jayapura.
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-11-01T23:30+07:00"},
     "2026-11-04T23:59:59.999+07:00",
     "Mon 2, Tue 3, Wed 4"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-11-01T23:30+07:00", .zone = "WITA"},
     "2026-11-05T23:59:59.999+08:00",
     "received on Mon 2 at 00.30: Tue 3, Wed 4, Thu 5"},
    {"verify",
     {.profile = "sp4n-lapor", .start = "2026-11-01T23:30+07:00", .zone = "WIT"},
     "2026-11-05T23:59:59.999+09:00",
     "received on Mon 2 at 01.30: Tue 3, Wed 4, Thu 5"},
    {"answer",
     {.profile = "information-request", .start = "2026-11-02T23:59:59.999", .zone = "WIT"},
     "2026-11-16T23:59:59.999+09:00",
     "3-6 (4), 9-13 (9), Mon 16 (10)"},
    {"answer",
     {.profile = "information-request", .start = "2026-11-03T00:00", .zone = "WIT"},
     "2026-11-17T23:59:59.999+09:00",
     "a millisecond later: 4-6 (3), 9-13 (8), 16-17 (10)"},
    // UU 14/2008.
    {"answer",
     {.profile = "information-request", .start = "2026-11-02T09:00"},
     "2026-11-16T23:59:59.999+07:00",
     "3-6 (4), 9-13 (9), 16 (10)"},
    {"answer",
     {.profile = "information-request", .start = "2026-11-02T09:00", .extend = {"answer"}},
     "2026-11-25T23:59:59.999+07:00",
     "and seven more: 17-20 (14), 23-25 (17)"},
    {"objection",
     {.profile = "information-request", .start = "2026-02-02T09:00", .at = {"answered=2026-02-13T09:00"}},
     "2026-04-08T23:59:59.999+07:00",
     "18-20 (3), 23-27 (8), 2-6 Mar (13), 9-13 (18), 16-17 (20), 25-27 (23), 30-2 (27), 6-8 Apr (30)"},
    {"superior",
     {.profile = "information-request", .start = "2027-02-01T09:00", .at = {"objected=2027-02-26T09:00"}},
     "2027-04-21T23:59:59.999+07:00",
     "1-5 Mar (5), 8-15 off, 16-19 (9), 22-24 (12), 25-26 off, 29-2 (17), 5-9 (22), 12-16 (27), 19-21 (30)"},
    {"dispute",
     {.profile = "information-request",
      .start = "2024-03-01T09:00",
      .at = {"superior_answered=2024-03-28T09:00"}},
     "2024-04-26T23:59:59.999+07:00",
     "29 off, 1-5 Apr (5), 8-15 off, 16-19 (9), 22-26 (14)"},
    // Office hours: Mon-Thu 07.30-16.00, Fri 07.30-16.30 (Perpres 21/2023), or with the breaks told.
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-11-02T09:00"},
     "2026-11-03T08:30:00.000+07:00",
     "Mon 7 h, Tue 1 h from 07.30"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-11-05T14:00", .hours = with_breaks},
     "2026-11-06T15:00:00.000+07:00",
     "Thu 2 h, Fri 4 h before the break, 2 h from 13.00"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-11-06T12:00", .hours = with_breaks},
     "2026-11-09T12:00:00.000+07:00",
     "Fri 3.5 h from 13.00, Mon 4.5 h to the minute the break begins"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-03-20T10:00"},
     "2026-03-25T15:30:00.000+07:00",
     "20-24 off, Wed 25 from 07.30"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-12-23T15:00", .days = {"2026-12-24=08.00-12.00"}},
     "2026-12-28T10:30:00.000+07:00",
     "Wed 1 h, Thu 4 h (open here), 25 off, Mon 3 h"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-11-02T09:00", .pause = {"2026-11-02T15:00/2026-11-03T08:00"}},
     "2026-11-03T10:00:00.000+07:00",
     "Tue 08.30 + 1 h + 0.5 h of the pause"},
    {"answer",
     {.profile = "janji-8-jam", .start = "2026-11-02T15:30+08:00", .zone = "WITA"},
     "2026-11-03T15:00:00.000+08:00",
     "Mon 0.5 h, Tue 7.5 h from 07.30"},
    // Promises of a land office: Kepmen ATR/BPN 440/SK-HR.02/III/2023.
    {"promise",
     {.profile = "janji-peralihan-hak", .start = "2026-05-13T09:00"},
     "2026-05-22T23:59:59.999+07:00",
     "14 Ascension, 15 leave, 18-22 (5)"},
    {"promise",
     {.profile = "janji-roya-elektronik", .start = "2026-04-02T09:00"},
     "2026-04-06T23:59:59.999+07:00",
     "Good Friday off, Mon 6"},
    {"promise",
     {.profile = "janji-hak-tanggungan", .start = "2026-03-17T10:00"},
     "2026-03-24T10:00:00.000+07:00",
     "seven calendar days"},
};

TEST(ClockByHand, agrees_with_what_people_counted) {
    static_assert(std::size(rows) >= 40);
    const Profiles all = profiles();
    for (const Row& row : rows) {
        const auto report = clock(row.args, all, shipped_holidays());
        ASSERT_TRUE(report) << row.args.profile << " " << report.error().field << " "
                            << report.error().detail;
        const auto line = std::ranges::find(report->deadlines, row.deadline, &ClockLine::name);
        ASSERT_NE(line, report->deadlines.end()) << row.deadline;
        EXPECT_EQ(base::to_iso(line->due.at, report->zone), row.due)
            << row.args.profile << " " << row.deadline << " from " << row.args.start << ": " << row.counted;
        EXPECT_EQ(line->due.is_provisional, std::string_view(row.due) > "2028") << row.args.start;
    }
}

} // namespace
} // namespace deadlines
