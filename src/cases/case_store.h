// All SQL of cases.
#pragma once
#include "cases/listing.h"
#include "db/tx.h"

namespace cases {

/// False when the code is taken already.
[[nodiscard]] bool insert(db::Tx& tx, const Case& c);
[[nodiscard]] std::optional<Case> find(db::Tx& tx, base::AgencyId agency, CaseId id);
[[nodiscard]] std::optional<Case> find_by_code(db::Tx& tx, base::AgencyId agency, const std::string& code);
/// Writes the case when it still has version `before`; false when somebody was faster.
[[nodiscard]] bool update(db::Tx& tx, const Case& c, int before);

/// Takes out what a machine proposed to publish: the reporter's masked words. No new version.
void forget_proposed_text(db::Tx& tx, base::AgencyId agency, CaseId id);

[[nodiscard]] std::vector<Case> list(db::Tx& tx, base::AgencyId agency, const Listing& listing);

/// Resolved ones whose silence deadline has passed, at most `limit`.
[[nodiscard]] std::vector<Case> find_silent(db::Tx& tx, base::AgencyId agency, base::Time now, int limit);

/// Of cases the public may know of, received since.
[[nodiscard]] std::vector<StateCount> count_by_state(db::Tx& tx, base::AgencyId agency, base::Time since);
/// The same of all time, per regency or city.
[[nodiscard]] std::vector<AreaCount> count_by_regency(db::Tx& tx, base::AgencyId agency);

} // namespace cases
