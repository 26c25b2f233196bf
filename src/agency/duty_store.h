// SQL of what offices say that they serve, and of the arbiter. Throws db::Error when the engine fails.
#pragma once
#include "agency/arbiter.h"
#include "agency/office_service.h"
#include "db/tx.h"

namespace agency::store {

[[nodiscard]] std::vector<OfficeService> services(db::Tx& tx, base::AgencyId agency);
void insert_service(db::Tx& tx, base::AgencyId agency, const OfficeService& service);
[[nodiscard]] bool delete_service(db::Tx& tx, base::AgencyId agency, OfficeServiceId id);

[[nodiscard]] std::optional<Arbiter> arbiter(db::Tx& tx, base::AgencyId agency);
void put_arbiter(db::Tx& tx, base::AgencyId agency, const Arbiter& arbiter);
void delete_arbiter(db::Tx& tx, base::AgencyId agency);

} // namespace agency::store
