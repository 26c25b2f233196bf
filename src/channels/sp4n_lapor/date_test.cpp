#include "channels/sp4n_lapor/date.h"

#include <gtest/gtest.h>

namespace channels::sp4n_lapor {
namespace {

TEST(Dates, are_read_as_indonesians_write_them) {
    struct {
        const char* text;
        const char* iso; ///< in WIB
    } const table[] = {
        {"2026-10-05 08:30:12", "2026-10-05T08:30:12.000+07:00"},
        {"2026-10-05", "2026-10-05T00:00:00.000+07:00"},
        {"05/10/2026", "2026-10-05T00:00:00.000+07:00"},
        {"05/10/2026 08.30", "2026-10-05T08:30:00.000+07:00"},
        {"5-10-2026 8:05", "2026-10-05T08:05:00.000+07:00"},
        {"5.10.26 08:30", "2026-10-05T08:30:00.000+07:00"},
        {"5 Oktober 2026", "2026-10-05T00:00:00.000+07:00"},
        {"Senin, 5 Oktober 2026 pukul 08.30 WIB", "2026-10-05T08:30:00.000+07:00"},
        {"Jum'at, 9 Okt 2026 14:00 WITA", "2026-10-09T13:00:00.000+07:00"},
        {"5 Agt 2026 23:59:59 WIT", "2026-08-05T21:59:59.000+07:00"},
        {"5 Oct 2026 01:15 PM", "2026-10-05T13:15:00.000+07:00"},
        {"2026-10-05T01:30:00Z", "2026-10-05T08:30:00.000+07:00"},
        {"2026-10-05T08:30:00+07:00", "2026-10-05T08:30:00.000+07:00"},
    };
    for (const auto& row : table) {
        auto time = read_date(row.text, base::Zone::wib);
        ASSERT_TRUE(time) << row.text;
        EXPECT_EQ(base::to_iso(*time, base::Zone::wib), row.iso) << row.text;
    }
}

TEST(Dates, that_are_none_are_refused) {
    for (const char* text :
         {"", "kemarin", "31/02/2026", "5/13/2026", "5 Oktober", "2026", "05/10/2026 25:00", "05/10/2026 08",
          "12345678", "5 Oktober 2026 pukul berapa", "5/10/99999", "0/0/0", "5 Okt Nov 2026 1 2 3 4 5 6"}) {
        auto time = read_date(text, base::Zone::wib);
        ASSERT_FALSE(time) << text;
        EXPECT_EQ(time.error().field, "date") << text;
    }
}

} // namespace
} // namespace channels::sp4n_lapor
