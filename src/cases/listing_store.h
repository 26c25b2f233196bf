// Keys of a list of cases, newest first, along the index that fits its conditions best. A refused statement
// throws db::Error.
#pragma once
#include "cases/listing.h"
#include "db/tx.h"

namespace cases {

/// Along which index a list is walked; the other conditions are asked of each case on the way.
enum class Lead {
    time,
    open,
    done,
    overdue,
    set_aside, ///< states that few cases are in
    topic,
    area, ///< the area and all below it, put in order afterwards: for areas with few cases
};
[[nodiscard]] std::vector<ViewMark> list_keys(db::Tx& tx, base::AgencyId agency, Lead lead,
                                              const Listing& listing);
/// Of one office.
[[nodiscard]] std::vector<ViewMark> list_keys_of_office(db::Tx& tx, base::AgencyId agency, OfficeId office,
                                                        const Listing& listing);

/// How many cases there are in an area and below it, counted to `most` and no further.
[[nodiscard]] std::int64_t count_in_area(db::Tx& tx, base::AgencyId agency, const std::string& area,
                                         int most);

/// All statements above, so that their plans can be checked.
[[nodiscard]] std::vector<db::Statement> listing_statements();

} // namespace cases
