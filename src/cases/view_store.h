// Reading views: keys of cases in the order of the view, along the index that fits. Every statement asks for
// the person's right itself; words are a matter of search_store. A refused statement throws db::Error.
#pragma once
#include "cases/sight.h"
#include "db/tx.h"

namespace cases {

/// Of all offices that the person sees, each case looked at in the order of time.
[[nodiscard]] std::vector<ViewMark> keys_by_time(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                                 const ViewFilter& filter);
/// Whether cases in somebody's charge are left out.
enum class Free { any, only };
/// Of one office; OfficeId{0}: of those without.
[[nodiscard]] std::vector<ViewMark> keys_of_office(db::Tx& tx, base::AgencyId agency, OfficeId office,
                                                   Free free, const Sight& sight, const ViewFilter& filter);
/// Open cases in the person's own charge.
[[nodiscard]] std::vector<ViewMark> keys_of_person(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                                   const ViewFilter& filter);
/// Of the filter's topic.
[[nodiscard]] std::vector<ViewMark> keys_of_topic(db::Tx& tx, base::AgencyId agency, const Sight& sight,
                                                  const ViewFilter& filter);

/// All statements above, so that their plans can be checked.
[[nodiscard]] std::vector<db::Statement> view_statements();

} // namespace cases
