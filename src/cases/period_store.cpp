#include "cases/period_store.h"

#include "cases/case_store.h"

namespace cases {
namespace {

// By the index cases_by_time of migration 0012.
constexpr db::Query<ReceivedKey(base::AgencyId, base::Time, base::Time, base::Time, CaseId, int)> find_period{
    "cases.received_between",
    "select received_at, id from cases where agency = :agency and received_at >= :from and"
    " received_at < :until and (received_at > :after or (received_at = :after and id > :after_id))"
    " order by received_at, id limit :limit"};

} // namespace

std::vector<Case> received_between(db::Tx& tx, base::AgencyId agency, base::Time from, base::Time until,
                                   const ReceivedKey& after, int limit) {
    std::vector<Case> out;
    for (const auto& key : tx.all(find_period, agency, from, until, after.received_at, after.id, limit))
        if (auto c = find(tx, agency, key.id)) out.push_back(std::move(*c));
    return out;
}

} // namespace cases
