#include "cases/office_load_store.h"

namespace cases {
namespace {

using base::AgencyId;

#define OPEN_TALLIES                                                                                         \
    "(select office, n from case_tallies where agency = :agency and (standing & 1) <> 0 union all select"    \
    " office, n from tally_changes where agency = :agency and (standing & 1) <> 0) t"

constexpr db::Query<OfficeLoad(AgencyId)> loads{
    "cases.office_loads", "select office, cast(sum(n) as bigint) from " OPEN_TALLIES
                          " where office <> 0 group by office having sum(n) > 0 order by office"};
constexpr db::Query<std::int64_t(AgencyId, OfficeId)> open_at{
    "cases.open_at_office",
    "select cast(coalesce(sum(n), 0) as bigint) from " OPEN_TALLIES " where office = :office"};

} // namespace

std::vector<OfficeLoad> find_office_loads(db::Tx& tx, AgencyId agency) {
    return tx.all(loads, agency);
}

std::int64_t count_open_at(db::Tx& tx, AgencyId agency, OfficeId office) {
    return tx.one(open_at, agency, office).value_or(0);
}

} // namespace cases
