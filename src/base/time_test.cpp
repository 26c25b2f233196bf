#include "base/time.h"

#include <gtest/gtest.h>

namespace base {
namespace {

struct Reading {
    const char* text;
    const char* utc; ///< empty: refused
};

TEST(Time, reads_iso_8601_with_and_without_offset) {
    const Reading readings[] = {
        {"2026-05-26T06:48:00Z", "2026-05-26T06:48:00.000Z"},
        {"2026-05-26T06:48:00.5Z", "2026-05-26T06:48:00.500Z"},
        {"2026-05-26T06:48:00.123456Z", "2026-05-26T06:48:00.123Z"},
        {"2026-05-26T13:48+07:00", "2026-05-26T06:48:00.000Z"},
        {"2026-05-26 13:48:00", "2026-05-26T06:48:00.000Z"},
        {"2026-05-26", "2026-05-25T17:00:00.000Z"},
        {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
        {"2026-02-29T00:00:00Z", ""},
        {"1899-12-31T00:00:00Z", ""},
        {"2026-05-26T24:00:00Z", ""},
        {"2026-05-26T06:48:00.Z", ""},
        {"2026-05-26T06:48:00ZZ", ""},
        {"26/05/2026", ""},
        {"", ""},
    };
    for (const auto& [text, utc] : readings) {
        auto time = parse_time(text, Zone::wib);
        EXPECT_EQ(time ? to_iso(*time) : "", utc) << text;
    }
}

TEST(Time, a_day_is_that_of_the_zone) {
    Time late = *parse_time("2026-05-26T16:30:00Z");
    EXPECT_EQ(to_iso(local_day(late, Zone::wib)), "2026-05-26");
    EXPECT_EQ(to_iso(local_day(late, Zone::wita)), "2026-05-27");
    EXPECT_EQ(to_iso(end_of_day(local_day(late, Zone::wit), Zone::wit)), "2026-05-27T14:59:59.999Z");
    EXPECT_EQ(to_iso(late, Zone::wit), "2026-05-27T01:30:00.000+09:00");
}

TEST(Time, a_zone_is_read_by_its_name_only) {
    EXPECT_EQ(*zone_from("WITA"), Zone::wita);
    EXPECT_FALSE(zone_from("wita"));
    EXPECT_FALSE(zone_from("Asia/Jakarta"));
}

} // namespace
} // namespace base
