// Views as doors ask for them: counts and pages of what the person may see, never more. Without refusals.
#pragma once
#include "cases/sight.h"

namespace db {
class Tx;
}

namespace cases {

[[nodiscard]] Sight sight_for(db::Tx& tx, const staff::Principal& person, const agency::Directory& directory);

/// Exact, for every view at once.
[[nodiscard]] ViewCounts views_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                                  base::Time now);
/// How many cases the filter fits.
[[nodiscard]] std::int64_t count_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                                    const ViewFilter& filter, base::Time now);
/// In the order of the view, behind `after`; or by id, the highest first, when `below_id` is given.
[[nodiscard]] std::vector<Case> page_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                                        const ViewFilter& filter, base::Time now);

} // namespace cases
