#include "deadlines/ladder_store.h"

#include "db/query.h"

namespace deadlines::store {
namespace {

using base::AgencyId;
using base::Time;

constexpr db::Query<LadderRow(AgencyId, Time)> select_ladder{
    "ladders.find", "select version, data from agency_ladders where agency = :agency and changed_at <= :at "
                    "order by version desc limit 1"};
constexpr db::Query<void(AgencyId, int, std::string, std::optional<std::int64_t>, Time)> insert_one{
    "ladders.insert", "insert into agency_ladders (agency, version, data, changed_by, changed_at) values "
                      "(:agency, :version, :data, :by, :at) on conflict do nothing"};

} // namespace

std::optional<LadderRow> find_ladder(db::Tx& tx, AgencyId agency, Time at) {
    return tx.one(select_ladder, agency, at);
}

bool insert_ladder(db::Tx& tx, AgencyId agency, const LadderRow& row, std::optional<std::int64_t> changed_by,
                   Time now) {
    return tx.run(insert_one, agency, row.version, row.data, changed_by, now) == 1;
}

} // namespace deadlines::store
