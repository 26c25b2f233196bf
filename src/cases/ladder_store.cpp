#include "cases/ladder_store.h"

#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using OptionalTime = std::optional<Time>;

constexpr db::Query<void(AgencyId, CaseId, OptionalTime)> insert_one{
    "case_ladders.insert",
    "insert into case_ladders (agency, case_id, next_at) values (:agency, :case, :next) "
    "on conflict do nothing"};
constexpr db::Query<void(Time, AgencyId, CaseId, Time)> hasten{
    "case_ladders.hasten", "update case_ladders set next_at = :at where agency = :agency and case_id = :case "
                           "and (next_at is null or next_at > :latest)"};
constexpr db::Query<void(OptionalTime, AgencyId, CaseId)> save_next{
    "case_ladders.save_next",
    "update case_ladders set next_at = :next where agency = :agency and case_id = :case"};
constexpr db::Query<CaseId(AgencyId, Time, int)> select_due{
    "case_ladders.due", "select case_id from case_ladders where agency = :agency and next_at < :now "
                        "order by next_at limit :most"};
constexpr db::Query<TakenStep(AgencyId, CaseId)> select_taken{
    "case_ladders.taken",
    "select deadline, step from case_ladder_steps where agency = :agency and case_id = :case"};
constexpr db::Query<void(AgencyId, CaseId, std::string, std::string, Time)> insert_taken{
    "case_ladders.take", "insert into case_ladder_steps (agency, case_id, deadline, step, taken_at) values "
                         "(:agency, :case, :deadline, :step, :at) on conflict do nothing"};
constexpr db::Query<void(AgencyId, CaseId)> delete_taken{
    "case_ladders.forget_taken", "delete from case_ladder_steps where agency = :agency and case_id = :case"};

} // namespace

void insert_ladder(db::Tx& tx, AgencyId agency, CaseId id, OptionalTime next_at) {
    tx.run(insert_one, agency, id, next_at);
}

void hasten_ladder(db::Tx& tx, AgencyId agency, CaseId id, Time at) {
    tx.run(hasten, at, agency, id, at);
}

void save_next_look(db::Tx& tx, AgencyId agency, CaseId id, OptionalTime next_at) {
    tx.run(save_next, next_at, agency, id);
}

std::vector<CaseId> find_ladders_due(db::Tx& tx, AgencyId agency, Time now, int most) {
    return tx.all(select_due, agency, now, most);
}

std::vector<TakenStep> find_taken_steps(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.all(select_taken, agency, id);
}

void forget_taken_steps(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(delete_taken, agency, id);
}

std::vector<db::Statement> ladder_statements() {
    return {insert_one.statement(),  hasten.statement(),       save_next.statement(),
            select_due.statement(),  select_taken.statement(), insert_taken.statement(),
            delete_taken.statement()};
}

bool insert_taken_step(db::Tx& tx, AgencyId agency, CaseId id, const TakenStep& step, Time now) {
    return tx.run(insert_taken, agency, id, step.deadline, step.step, now) == 1;
}

} // namespace cases
