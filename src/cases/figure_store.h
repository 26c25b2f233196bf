// Public figures as they are kept, and the cases behind a number. A sum is the folded rows and the changes
// that are not folded yet, in one statement. A refused statement throws db::Error.
#pragma once
#include "cases/figures.h"
#include "cases/view.h"
#include "db/tx.h"

#include <limits>

namespace cases {

/// Of the grain, both included.
struct Periods {
    std::int64_t first = std::numeric_limits<std::int32_t>::min();
    std::int64_t last = std::numeric_limits<std::int32_t>::max();
};

/// Dimension::all gives one row with an empty name, when there is any case.
[[nodiscard]] std::vector<NamedNumbers> sum_by_name(db::Tx& tx, base::AgencyId agency, Grain grain,
                                                    Dimension dimension, const Periods& periods);
/// Names are the number of the period.
[[nodiscard]] std::vector<NamedNumbers> sum_by_period(db::Tx& tx, base::AgencyId agency, Grain grain,
                                                      const Periods& periods);

/// Newest first.
[[nodiscard]] std::vector<ViewMark> list_measured(db::Tx& tx, base::AgencyId agency,
                                                  const MeasureListing& listing);

} // namespace cases
