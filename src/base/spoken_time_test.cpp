#include "base/spoken_time.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(SpokenTime, names_weekday_and_zone) {
    Time time = *parse_time("2026-05-26T11:23:00Z");
    EXPECT_EQ(spoken_time(time, Zone::wib, Language::id), "Selasa, 26 Mei 2026 pukul 18.23 WIB");
    EXPECT_EQ(spoken_time(time, Zone::wit, Language::en), "Tuesday, 26 May 2026 at 20.23 WIT");
    EXPECT_EQ(short_time(time, Zone::wita, Language::id), "26 Mei 19.23 WITA");
}

TEST(SpokenTime, a_span_shows_its_two_largest_units) {
    using namespace std::chrono_literals;
    struct Row {
        Duration span;
        const char* id;
    };
    for (auto [span, id] :
         {Row{0ms, "0 menit"}, Row{59min, "59 menit"}, Row{60min, "1 jam"}, Row{5h + 40min, "5 jam"},
          Row{24h, "1 hari"}, Row{52h, "2 hari 4 jam"}, Row{-5h, "0 menit"}})
        EXPECT_EQ(spoken_span(span, Language::id), id);
    EXPECT_EQ(spoken_span(25h, Language::en), "1 day 1 hour");
}

} // namespace
} // namespace base
