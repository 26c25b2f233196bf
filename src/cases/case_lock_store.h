// Taking turns on one case: whoever is about to change it waits here until the other has committed.
#pragma once
#include "cases/case.h"

namespace db {
class Tx;
}

namespace cases {

/// Until the end of the unit of work. On SQLite units take turns anyway. False: there is no such case.
[[nodiscard]] bool lock_case(db::Tx& tx, base::AgencyId agency, CaseId id);

} // namespace cases
