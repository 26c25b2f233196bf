// All SQL of single cases. Lists are read by view_store, listing_store and figure_store.
#pragma once
#include "cases/standing.h"
#include "cases/view.h"
#include "db/tx.h"

namespace cases {

/// False when the code is taken already.
[[nodiscard]] bool insert(db::Tx& tx, const Case& c, Standing standing);
[[nodiscard]] std::optional<Case> find(db::Tx& tx, base::AgencyId agency, CaseId id);
[[nodiscard]] std::optional<Case> find_by_code(db::Tx& tx, base::AgencyId agency, const std::string& code);
/// In the order of the keys.
[[nodiscard]] std::vector<Case> find_all(db::Tx& tx, base::AgencyId agency, std::span<const ViewMark> keys);
[[nodiscard]] std::vector<Case> find_all(db::Tx& tx, base::AgencyId agency, std::span<const CaseId> ids);
/// Writes the case when it still has version `before`; false when somebody was faster.
[[nodiscard]] bool update(db::Tx& tx, const Case& c, int before, Standing standing);

/// Takes out what a machine proposed to publish: the reporter's masked words. No new version.
void forget_proposed_text(db::Tx& tx, base::AgencyId agency, CaseId id);

/// Of a case that is there.
[[nodiscard]] Standing find_standing(db::Tx& tx, base::AgencyId agency, CaseId id);
void save_standing(db::Tx& tx, base::AgencyId agency, CaseId id, Standing standing);
/// The same for many cases that stand alike.
void save_standing(db::Tx& tx, base::AgencyId agency, std::span<const CaseId> ids, Standing standing);

/// Of all cases by id, behind `after`.
[[nodiscard]] std::vector<CaseId> find_ids(db::Tx& tx, base::AgencyId agency, CaseId after, int limit);

/// Resolved ones whose silence deadline has passed and whose reporter waits for no look, at most `limit`.
[[nodiscard]] std::vector<Case> find_silent(db::Tx& tx, base::AgencyId agency, base::Time now, int limit);

} // namespace cases
