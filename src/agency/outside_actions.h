// Agencies outside this installation: reading them, and keeping what was checked (referral/outside.h). Each
// change is an event without addresses or keys. Refusals: limited `limit.reached` for too many, not_found
// `agency.unknown`.
#pragma once
#include "agency/agency_actions.h"
#include "agency/outside.h"

namespace agency {

/// By name.
[[nodiscard]] std::vector<OutsideAgency> outside_agencies(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::optional<OutsideAgency> outside_agency(db::Tx& tx, base::AgencyId agency, OutsideId id);
/// A new one has the id from `change.ids` already.
[[nodiscard]] base::Result<void> add_outside(db::Tx& tx, const Change& change, base::AgencyId agency,
                                             OutsideAgency outside);
[[nodiscard]] base::Result<void> change_outside(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                OutsideAgency outside);

} // namespace agency
