// More of the same: copies of the cases that came through the pipeline, with all that hangs on them, under
// ids of other nodes, codes of their own and a word in the index that no other case has.
#pragma once
#include "app/house.h"

namespace bench {

/// Until the agency has `to` cases.
void multiply(app::House& house, base::AgencyId agency, std::int64_t to);

} // namespace bench
