// Reading views: every statement asks for the person's right itself. A refused statement throws db::Error.
#pragma once
#include "cases/sight.h"
#include "db/tx.h"

namespace cases {

/// The groups of restricted cases that exist, seen from one person.
[[nodiscard]] std::vector<RestrictedGroup> find_restricted_groups(db::Tx& tx, base::AgencyId agency,
                                                                  StaffId me);

/// What a statement needs besides the filter.
struct ViewMoment {
    base::Time now{};
    double emergency_from = 0;                     ///< urgency
    std::vector<std::string> topics_of_words = {}; ///< topics whose name holds the words looked for
};
[[nodiscard]] ViewCounts count_views(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                     const ViewMoment& moment);
/// How many the filter fits, whatever its page.
[[nodiscard]] std::int64_t count_view(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                      const ViewFilter& filter, const ViewMoment& moment);
[[nodiscard]] std::vector<Case> list_view(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                          const ViewFilter& filter, const ViewMoment& moment);

/// All statements above, so that their plans can be checked.
[[nodiscard]] std::vector<db::Statement> view_statements();

} // namespace cases
