// The period that figures are about: 30 days, 12 months, a year, a month, or all. Pure. Reading fails with
// field.invalid "periode", "tahun" or "bulan".
#pragma once
#include "base/codes.h"
#include "base/language.h"
#include "cases/figures.h"

namespace transparency {

enum class PeriodKind { last_12_months, last_30_days, all, year, month };

struct Period {
    PeriodKind kind = PeriodKind::last_12_months;
    int year = 0;
    unsigned month = 0; ///< 1 to 12, with PeriodKind::month
    bool operator==(const Period&) const = default;
};

/// From the members of a query; what is empty was not given.
[[nodiscard]] base::Result<Period> read_period(std::string_view kind, std::string_view year,
                                               std::string_view month);
[[nodiscard]] cases::Span span_of(const Period& period, base::Time now, base::Zone zone);
/// "12 bulan terakhir", "Mei 2026"
[[nodiscard]] std::string name_of(const Period& period, base::Language language);
/// "tahun=2026&bulan=5": safe in a query.
[[nodiscard]] std::string query_of(const Period& period);

} // namespace transparency

template <> inline constexpr auto base::codes<transparency::PeriodKind> =
    std::to_array<base::Coded<transparency::PeriodKind>>({
        {transparency::PeriodKind::last_12_months, "12-bulan"},
        {transparency::PeriodKind::last_30_days, "30-hari"},
        {transparency::PeriodKind::all, "semua"},
        {transparency::PeriodKind::year, "tahun"},
        {transparency::PeriodKind::month, "bulan"},
    });
