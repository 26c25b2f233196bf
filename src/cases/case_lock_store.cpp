#include "cases/case_lock_store.h"

#include "db/query.h"
#include "db/tx.h"

namespace cases {

struct StoodRow {
    CaseId id;
    int standing = 0;
};
BOOST_DESCRIBE_STRUCT(StoodRow, (), (id, standing))

namespace {

constexpr db::Query<CaseId(base::AgencyId, CaseId)> lock_row{
    "cases.lock", "select id from cases where agency = :agency and id = :id {for update}"};
constexpr db::Query<StoodRow(base::AgencyId, CaseId, int)> lock_rows{
    "cases.lock_next",
    "select id, standing from cases where agency = :agency and id > :after order by id limit"
    " :limit {for update}"};

} // namespace

bool lock_case(db::Tx& tx, base::AgencyId agency, CaseId id) {
    return tx.one(lock_row, agency, id).has_value();
}

std::vector<Stood> lock_next(db::Tx& tx, base::AgencyId agency, CaseId after, int limit) {
    std::vector<Stood> out;
    for (const auto& row : tx.all(lock_rows, agency, after, limit))
        out.push_back({row.id, Standing{row.standing}});
    return out;
}

} // namespace cases
