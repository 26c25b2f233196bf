// The ladder of an agency: its own, else the national one. Refusals: those of checked(), conflict
// `ladder.changed_meanwhile`.
#pragma once
#include "agency/agency_actions.h"
#include "deadlines/ladder.h"

namespace deadlines {

/// The one in force at `at`; its version is "nasional-1" or "7".
[[nodiscard]] Ladder ladder_of(db::Tx& tx, base::AgencyId agency, base::Time at);
/// A version of its own, for what begins from now on; nothing when it is the same already.
[[nodiscard]] base::Result<void> change_ladder(db::Tx& tx, const agency::Change& change,
                                               base::AgencyId agency, Ladder ladder);

} // namespace deadlines
