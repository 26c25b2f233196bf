// Open cases by office, for administrators: inside a unit of work, without any right asked.
#pragma once
#include "cases/office_load.h"

namespace db {
class Tx;
}

namespace cases {

[[nodiscard]] std::vector<OfficeLoad> office_loads(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::int64_t open_cases_at(db::Tx& tx, base::AgencyId agency, OfficeId office);

} // namespace cases
