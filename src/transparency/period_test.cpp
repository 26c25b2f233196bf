#include "transparency/period.h"

#include <gtest/gtest.h>

namespace transparency {
namespace {

TEST(Period, is_read_from_the_query) {
    const struct {
        std::string_view kind, year, month, again, problem;
    } rows[] = {
        {"", "", "", "periode=12-bulan", ""},
        {"30-hari", "", "", "periode=30-hari", ""},
        {"semua", "", "", "periode=semua", ""},
        {"", "2026", "", "tahun=2026", ""},
        {"", "2026", "5", "tahun=2026&bulan=5", ""},
        {"", "2026", "13", "", "bulan"},
        {"", "2026", "0", "", "bulan"},
        {"", "1999", "", "", "tahun"},
        {"", "20x6", "", "", "tahun"},
        {"", "", "5", "", "tahun"},
        {"tahun", "", "", "", "periode"},
        {"kapan", "", "", "", "periode"},
    };
    for (const auto& row : rows) {
        auto period = read_period(row.kind, row.year, row.month);
        EXPECT_EQ(period ? query_of(*period) : "", row.again) << row.kind << row.year << row.month;
        if (!period) {
            EXPECT_EQ(period.error().field, row.problem);
        }
    }
}

TEST(Period, begins_and_ends_at_midnight_of_the_agency) {
    const auto now = base::parse_time("2026-02-10T20:00:00Z").value(); // the 11th in Jayapura
    const struct {
        Period period;
        base::Zone zone;
        std::string_view from, until;
    } rows[] = {
        {{PeriodKind::month, 2026, 2},
         base::Zone::wib,
         "2026-01-31T17:00:00.000Z",
         "2026-02-28T17:00:00.000Z"},
        {{PeriodKind::month, 2026, 12},
         base::Zone::wit,
         "2026-11-30T15:00:00.000Z",
         "2026-12-31T15:00:00.000Z"},
        {{PeriodKind::year, 2026, 0},
         base::Zone::wita,
         "2025-12-31T16:00:00.000Z",
         "2026-12-31T16:00:00.000Z"},
        {{PeriodKind::last_12_months, 0, 0},
         base::Zone::wib,
         "2025-02-28T17:00:00.000Z",
         "2026-02-11T17:00:00.000Z"},
        {{PeriodKind::last_30_days, 0, 0},
         base::Zone::wit,
         "2026-01-12T15:00:00.000Z",
         "2026-02-11T15:00:00.000Z"},
    };
    for (const auto& row : rows) {
        auto span = span_of(row.period, now, row.zone);
        EXPECT_EQ(base::to_iso(span.from), row.from) << query_of(row.period);
        EXPECT_EQ(base::to_iso(span.until), row.until) << query_of(row.period);
    }
}

} // namespace
} // namespace transparency
