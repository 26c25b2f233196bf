#include "cases/office_load_store.h"

namespace cases {
namespace {

using base::AgencyId;

constexpr db::Query<OfficeLoad(AgencyId)> loads{
    "cases.office_loads",
    "select office, count(*) from cases where agency = :agency and office is not null and state in "
    "('received', 'verified', 'assigned', 'in_progress', 'scheduled', 'awaiting_reporter') "
    "group by office order by office"};
constexpr db::Query<std::int64_t(AgencyId, OfficeId)> open_at{
    "cases.open_at_office",
    "select count(*) from cases where agency = :agency and office = :office and state in "
    "('received', 'verified', 'assigned', 'in_progress', 'scheduled', 'awaiting_reporter')"};

} // namespace

std::vector<OfficeLoad> find_office_loads(db::Tx& tx, AgencyId agency) {
    return tx.all(loads, agency);
}

std::int64_t count_open_at(db::Tx& tx, AgencyId agency, OfficeId office) {
    return tx.one(open_at, agency, office).value_or(0);
}

} // namespace cases
