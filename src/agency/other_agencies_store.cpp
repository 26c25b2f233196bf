#include "agency/other_agencies_store.h"

namespace agency::store {
namespace {

constexpr db::Query<OtherRow(base::AgencyId)> all_others{
    "agency.others", "select id, name from agencies where id <> :agency order by name, id"};

} // namespace

std::vector<OtherRow> others(db::Tx& tx, base::AgencyId agency) {
    return tx.all(all_others, agency);
}

} // namespace agency::store
