#include "cases/case_lock_store.h"

#include "db/query.h"
#include "db/tx.h"

namespace cases {
namespace {

constexpr db::Query<CaseId(base::AgencyId, CaseId)> lock_row{
    "cases.lock", "select id from cases where agency = :agency and id = :id {for update}"};

} // namespace

bool lock_case(db::Tx& tx, base::AgencyId agency, CaseId id) {
    return tx.one(lock_row, agency, id).has_value();
}

} // namespace cases
