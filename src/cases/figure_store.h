// All SQL of public figures: the numbers, and the cases behind each.
#pragma once
#include "cases/figures.h"
#include "db/tx.h"

namespace cases {

[[nodiscard]] std::vector<FigureCell> count_cells(db::Tx& tx, base::AgencyId agency, const Span& span,
                                                  base::Time now);
[[nodiscard]] Numbers count_totals(db::Tx& tx, base::AgencyId agency, const Span& span, base::Time now);
[[nodiscard]] OpenNumbers count_open(db::Tx& tx, base::AgencyId agency, base::Time now);
[[nodiscard]] std::vector<DayCell> count_days(db::Tx& tx, base::AgencyId agency, const Span& span,
                                              base::Duration utc_offset, base::Time now);
/// The newest first.
[[nodiscard]] std::vector<CaseKey> list_measured(db::Tx& tx, base::AgencyId agency,
                                                 const MeasureListing& listing, base::Time now);

} // namespace cases
