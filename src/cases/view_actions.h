// Views as doors ask for them: counts and pages of what the person may see, never more. `words` of a filter
// are for search_cases() alone. Without refusals.
#pragma once
#include "cases/sight.h"

namespace db {
class Tx;
}

namespace cases {

[[nodiscard]] Sight sight_for(db::Tx& tx, const staff::Principal& person, const agency::Directory& directory);

/// Exact, for every view at once, from the tallies.
[[nodiscard]] ViewCounts views_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight);
/// How many cases the filter fits.
[[nodiscard]] Fitting count_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                               const ViewFilter& filter);
/// In the order of the view, behind `after`.
[[nodiscard]] std::vector<Case> page_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                                        const ViewFilter& filter);

} // namespace cases
