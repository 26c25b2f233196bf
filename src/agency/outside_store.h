// SQL of agencies outside. Throws db::Error when the engine fails.
#pragma once
#include "agency/outside.h"
#include "db/tx.h"

#include <optional>
#include <vector>

namespace agency::store {

[[nodiscard]] std::vector<OutsideAgency> outside_agencies(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::optional<OutsideAgency> outside_agency(db::Tx& tx, base::AgencyId agency, OutsideId id);
void insert_outside(db::Tx& tx, base::AgencyId agency, const OutsideAgency& outside);
[[nodiscard]] bool update_outside(db::Tx& tx, base::AgencyId agency, const OutsideAgency& outside);

} // namespace agency::store
