// Counting for the public, and the cases behind a number. Without any right asked: what is in it may be known
// to everybody; words come only through public_view().
#pragma once
#include "base/time.h"
#include "cases/figures.h"

namespace db {
class Tx;
}

namespace cases {

struct CountedCases {
    std::vector<FigureCell> cells;
    std::vector<DayCell> days;
};
/// Two statements, whatever the number of offices, topics and places.
[[nodiscard]] CountedCases count_for_public(db::Tx& tx, base::AgencyId agency, base::Zone zone,
                                            const Span& span, base::Time now);

/// The sums alone.
[[nodiscard]] Numbers public_totals(db::Tx& tx, base::AgencyId agency, const Span& span, base::Time now);

[[nodiscard]] OpenNumbers public_open_numbers(db::Tx& tx, base::AgencyId agency, base::Time now);

struct MeasuredCases {
    std::vector<Case> rows; ///< the newest first
    bool has_more = false;
};
[[nodiscard]] MeasuredCases measured_cases(db::Tx& tx, base::AgencyId agency, const MeasureListing& listing,
                                           base::Time now);

} // namespace cases
