// Numbers for the public, and the cases behind a number. Without any right asked: what is in it may be known
// to everybody; words come only through public_view().
#pragma once
#include "base/time.h"
#include "cases/figures.h"

namespace db {
class Tx;
}

namespace cases {

/// From the figures that are kept: the cost does not grow with the number of cases.
[[nodiscard]] PublicFigures public_figures(db::Tx& tx, base::AgencyId agency, base::Zone zone,
                                           const Span& span);

/// The sums alone.
[[nodiscard]] NamedNumbers public_totals(db::Tx& tx, base::AgencyId agency, base::Zone zone,
                                         const Span& span);
/// Of all time.
[[nodiscard]] NamedNumbers public_totals(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<NamedNumbers> public_numbers_by_regency(db::Tx& tx, base::AgencyId agency);

struct MeasuredCases {
    std::vector<Case> rows; ///< the newest first
    bool has_more = false;
};
[[nodiscard]] MeasuredCases measured_cases(db::Tx& tx, base::AgencyId agency, const MeasureListing& listing);

} // namespace cases
