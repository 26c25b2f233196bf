// Taking turns on one case: whoever is about to change it waits here until the other has committed.
#pragma once
#include "cases/standing.h"

namespace db {
class Tx;
}

namespace cases {

/// Until the end of the unit of work. On SQLite units take turns anyway. False: there is no such case.
[[nodiscard]] bool lock_case(db::Tx& tx, base::AgencyId agency, CaseId id);

/// A case and where its row says that it stands.
struct Stood {
    CaseId id;
    Standing standing;
};
/// The next cases by id behind `after`, each locked as above, in this order.
[[nodiscard]] std::vector<Stood> lock_next(db::Tx& tx, base::AgencyId agency, CaseId after, int limit);

} // namespace cases
