// SQL of arbitrations. Throws db::Error when the engine fails.
#pragma once
#include "cases/arbitration.h"
#include "db/tx.h"

namespace cases {

/// Begins anew when the case had one before.
void put_arbitration(db::Tx& tx, base::AgencyId agency, const Arbitration& arbitration);
[[nodiscard]] std::optional<Arbitration> find_arbitration(db::Tx& tx, base::AgencyId agency, CaseId id);
void settle_arbitration(db::Tx& tx, base::AgencyId agency, CaseId id, base::Time at);
void pass_arbitration(db::Tx& tx, base::AgencyId agency, CaseId id, base::Time at);
/// Neither settled nor announced as passed, due before `now`.
[[nodiscard]] std::vector<Arbitration> passed_arbitrations(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                           int limit);

} // namespace cases
