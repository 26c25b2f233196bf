#include "cases/arbitration_store.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;

#define ARBITRATION_COLUMNS "case_id, started_at, due_at, settled_at, passed_at"

constexpr db::Query<void(AgencyId, CaseId, Time, Time)> upsert{
    "cases.put_arbitration",
    "insert into arbitrations (agency, case_id, started_at, due_at) "
    "values (:agency, :case_id, :started_at, :due_at) on conflict (agency, case_id) do update set "
    "started_at = excluded.started_at, due_at = excluded.due_at, settled_at = null, passed_at = null"};
constexpr db::Query<Arbitration(AgencyId, CaseId)> by_case{
    "cases.arbitration", "select " ARBITRATION_COLUMNS " from arbitrations where agency = :agency and "
                         "case_id = :case_id"};
constexpr db::Query<void(Time, AgencyId, CaseId)> settle{
    "cases.settle_arbitration", "update arbitrations set settled_at = :at where agency = :agency and "
                                "case_id = :case_id and settled_at is null"};
constexpr db::Query<void(Time, AgencyId, CaseId)> pass{
    "cases.pass_arbitration",
    "update arbitrations set passed_at = :at where agency = :agency and case_id = :case_id"};
constexpr db::Query<Arbitration(AgencyId, Time, int)> passed{
    "cases.passed_arbitrations",
    "select " ARBITRATION_COLUMNS " from arbitrations where agency = :agency and due_at < :now and "
    "settled_at is null and passed_at is null order by due_at limit :most"};

} // namespace

void put_arbitration(db::Tx& tx, AgencyId agency, const Arbitration& arbitration) {
    tx.run(upsert, agency, arbitration.case_id, arbitration.started_at, arbitration.due_at);
}

std::optional<Arbitration> find_arbitration(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.one(by_case, agency, id);
}

void settle_arbitration(db::Tx& tx, AgencyId agency, CaseId id, Time at) {
    tx.run(settle, at, agency, id);
}

void pass_arbitration(db::Tx& tx, AgencyId agency, CaseId id, Time at) {
    tx.run(pass, at, agency, id);
}

std::vector<Arbitration> passed_arbitrations(db::Tx& tx, AgencyId agency, Time now, int limit) {
    return tx.all(passed, agency, now, limit);
}

} // namespace cases
