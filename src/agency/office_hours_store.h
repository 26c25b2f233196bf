// SQL of office hours. Throws db::Error when the engine fails.
#pragma once
#include "agency/office_hours.h"
#include "db/tx.h"

namespace agency::store {

struct OfficeHoursRow {
    int weekday = 1; ///< 1 is Monday
    std::string hours;
};
BOOST_DESCRIBE_STRUCT(OfficeHoursRow, (), (weekday, hours))

[[nodiscard]] std::vector<OfficeHoursRow> office_hours(db::Tx& tx, base::AgencyId agency);
void put_office_hours(db::Tx& tx, base::AgencyId agency, const OfficeHoursRow& row);

} // namespace agency::store
