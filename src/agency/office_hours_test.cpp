#include "agency/office_hours_actions.h"
#include "world.h"

namespace {

using namespace std::chrono_literals;
using base::Zone;

base::Time at(std::string_view text, Zone zone = Zone::wib) {
    return base::parse_time(text, zone).value();
}
/// 25 December 2026, a Friday.
bool is_christmas(base::Day day) {
    return base::to_iso(day) == "2026-12-25";
}

TEST(OfficeHours, say_when_people_are_next_there) {
    struct Row {
        std::string_view now, next;
    };
    const auto hours = agency::usual_office_hours();
    for (const auto& [now, next] : std::to_array<Row>({
             {"2026-11-23T07:29", "2026-11-23T07:30"}, // Monday
             {"2026-11-23T07:30", "2026-11-23T07:30"},
             {"2026-11-23T15:59:59.999", "2026-11-23T15:59:59.999"},
             {"2026-11-23T16:00", "2026-11-24T07:30"},
             {"2026-11-27T16:10", "2026-11-27T16:10"}, // Friday is longer
             {"2026-11-27T16:30", "2026-11-30T07:30"}, // over the weekend
             {"2026-11-28T10:00", "2026-11-30T07:30"},
             {"2026-12-24T18:00", "2026-12-28T07:30"}, // a holiday, then the weekend
             {"2026-12-25T10:00", "2026-12-28T07:30"},
         }))
        EXPECT_EQ(agency::next_open(hours, Zone::wib, is_christmas, at(now)), at(next)) << now;
}

TEST(OfficeHours, are_those_of_the_agencys_zone) {
    const auto hours = agency::usual_office_hours();
    const auto never = [](base::Day) { return false; };
    EXPECT_EQ(agency::next_open(hours, Zone::wit, never, at("2026-11-23T05:00", Zone::wib)),
              at("2026-11-23T07:30", Zone::wit));
    EXPECT_TRUE(agency::is_open(hours, Zone::wit, never, at("2026-11-23T06:00", Zone::wib)));
    EXPECT_FALSE(agency::is_open(hours, Zone::wib, never, at("2026-11-23T06:00", Zone::wib)));
}

TEST(OfficeHours, have_breaks_and_an_agency_that_never_opens_promises_nothing) {
    agency::OfficeHours hours;
    const auto never = [](base::Day) { return false; };
    EXPECT_EQ(agency::next_open(hours, Zone::wib, never, at("2026-11-23T05:00")), std::nullopt);
    hours.days[0] = agency::parse_intervals("07.30-12.00, 13:00-16.00", "senin").value();
    EXPECT_EQ(agency::to_text(hours.days[0]), "07.30-12.00, 13.00-16.00");
    EXPECT_EQ(agency::next_open(hours, Zone::wib, never, at("2026-11-23T12:00")), at("2026-11-23T13:00"));
    EXPECT_EQ(agency::next_open(hours, Zone::wib, never, at("2026-11-23T17:00")), at("2026-11-30T07:30"));
}

TEST(OfficeHours, are_read_strictly) {
    EXPECT_TRUE(agency::parse_intervals("  ", "senin").value().empty());
    EXPECT_EQ(agency::parse_intervals("0.00-24.00", "senin").value().front().closes, 24h);
    for (const auto* wrong : {"07.30", "16.00-07.30", "07.30-07.30", "7.5-16.00", "07.30-24.01",
                              "07.30-16.60", "07.30-12.00,11.00-16.00", "a.30-16.00", "07.30-12.00,", "-",
                              "070.30-16.00", "1.00-2.00,3.00-4.00,5.00-6.00,7.00-8.00,9.00-10.00"}) {
        auto read = agency::parse_intervals(wrong, "senin");
        ASSERT_FALSE(read) << wrong;
        EXPECT_EQ(read.error().field, "senin");
    }
}

class KeepingOfficeHours : public db::testing::OnEachEngine {};
DB_TEST_ON_EACH_ENGINE(KeepingOfficeHours);

TEST_P(KeepingOfficeHours, are_the_usual_ones_until_somebody_sets_others) {
    const base::AgencyId agency{1};
    base::IdSource ids{base::system_now(), 1};
    database().write([&](db::Tx& tx) {
        EXPECT_EQ(agency::office_hours_of(tx, agency), agency::usual_office_hours());
        agency::OfficeHours hours;
        hours.days[5] = {{480min, 720min}};
        agency::change_office_hours(tx, {.ids = ids, .now = {}, .staff = 7}, agency, hours);
        EXPECT_EQ(agency::office_hours_of(tx, agency), hours);
        agency::change_office_hours(tx, {.ids = ids, .now = {}, .staff = 7}, agency, {});
        EXPECT_EQ(agency::office_hours_of(tx, agency), agency::OfficeHours{}) << "closed on every day";
        EXPECT_EQ(agency::office_hours_of(tx, base::AgencyId{2}), agency::usual_office_hours());
    });
}

} // namespace
