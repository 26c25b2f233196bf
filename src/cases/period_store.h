// Cases by the moment of their receipt, for recaps and exports of a period.
#pragma once
#include "cases/period.h"
#include "db/tx.h"

namespace cases {

/// Received from `from` on and before `until`, after the key, in the order of the key.
[[nodiscard]] std::vector<Case> received_between(db::Tx& tx, base::AgencyId agency, base::Time from,
                                                 base::Time until, const ReceivedKey& after, int limit);

} // namespace cases
