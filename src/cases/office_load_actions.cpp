#include "cases/office_load_actions.h"

#include "cases/office_load_store.h"

namespace cases {

std::vector<OfficeLoad> office_loads(db::Tx& tx, base::AgencyId agency) {
    return find_office_loads(tx, agency);
}

std::int64_t open_cases_at(db::Tx& tx, base::AgencyId agency, OfficeId office) {
    return count_open_at(tx, agency, office);
}

} // namespace cases
