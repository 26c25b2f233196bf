#include "cases/period_actions.h"

#include "cases/period_store.h"

namespace cases {

std::vector<Case> cases_of_period(db::Tx& tx, base::AgencyId agency, base::Time from, base::Time until,
                                  const ReceivedKey& after, int limit) {
    return received_between(tx, agency, from, until, after, limit);
}

} // namespace cases
