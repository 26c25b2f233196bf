// Reading the cases of a period in pages, so that no read lasts long. Without any right asked.
#pragma once
#include "base/time.h"
#include "cases/period.h"

#include <vector>

namespace db {
class Tx;
}

namespace cases {

/// Received from `from` on and before `until`, oldest first, after the key; at most `limit`.
[[nodiscard]] std::vector<Case> cases_of_period(db::Tx& tx, base::AgencyId agency, base::Time from,
                                                base::Time until, const ReceivedKey& after, int limit = 500);

} // namespace cases
