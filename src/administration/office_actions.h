// Closing an office with what it still holds in mind, in the caller's unit of work. Refusals besides those of
// agency::change_office: conflict `office.has_cases`, `office.has_rules`, `office.has_offices`,
// `office.is_root`.
#pragma once
#include "agency/agency_actions.h"

namespace administration {

/// agency::change_office, refused when it would close an office that still has work, rules or open offices
/// below it.
[[nodiscard]] base::Result<void> change_office(db::Tx& tx, const agency::Change& change,
                                               base::AgencyId agency, const agency::Office& office);

} // namespace administration
