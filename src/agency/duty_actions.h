// What offices say that they serve, and who settles what they refuse. Refusals: not_found `office.unknown`,
// `topic.unknown`, `service.unknown`; conflict `service.known`; field.invalid "working_days", "area".
#pragma once
#include "agency/agency_actions.h"

namespace agency {

[[nodiscard]] base::Result<OfficeService> add_service(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                      OfficeService service);
[[nodiscard]] base::Result<void> remove_service(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                OfficeServiceId id);

/// Null: the coordinators of the agency settle it, without a time of its own.
[[nodiscard]] base::Result<void> set_arbiter(db::Tx& tx, const Change& change, base::AgencyId agency,
                                             std::optional<Arbiter> arbiter);

} // namespace agency
