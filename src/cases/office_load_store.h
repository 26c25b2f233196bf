// SQL of how many open cases stand at each office. Throws db::Error when the engine fails.
#pragma once
#include "cases/office_load.h"
#include "db/tx.h"

namespace cases {

[[nodiscard]] std::vector<OfficeLoad> find_office_loads(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::int64_t count_open_at(db::Tx& tx, base::AgencyId agency, OfficeId office);

} // namespace cases
