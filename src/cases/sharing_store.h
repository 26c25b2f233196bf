// SQL of how offices share their cases, and of who has how many. Throws db::Error when the engine fails.
#pragma once
#include "cases/sharing.h"
#include "db/tx.h"

namespace cases {

[[nodiscard]] std::optional<Sharing> find_sharing(db::Tx& tx, base::AgencyId agency, OfficeId office);
[[nodiscard]] std::vector<Sharing> all_sharing(db::Tx& tx, base::AgencyId agency);
void put_sharing(db::Tx& tx, base::AgencyId agency, const Sharing& sharing);
void delete_sharing(db::Tx& tx, base::AgencyId agency, OfficeId office);

/// Everybody with open cases.
[[nodiscard]] std::vector<Officer> person_loads(db::Tx& tx, base::AgencyId agency);
/// Open cases of a person, the longest wait first.
[[nodiscard]] std::vector<CaseId> open_cases_of(db::Tx& tx, base::AgencyId agency, StaffId person, int limit);

} // namespace cases
