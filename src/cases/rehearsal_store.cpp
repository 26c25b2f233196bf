#include "cases/rehearsal_store.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using Text = std::string;

constexpr db::Query<void(AgencyId, RehearsalId, std::optional<std::int64_t>, Time, Time, Text, Text,
                         RehearsalState, Time, CaseId, std::int64_t, std::int64_t, Text)>
    add{"cases.insert_rehearsal",
        "insert into rule_rehearsals (agency, id, staff, asked_at, since, rules_now, rules_then, state, "
        "after_time, after_case, n_read, n_total, outcome) values (:agency, :id, :staff, :asked_at, :since, "
        ":rules_now, :rules_then, :state, :after_time, :after_case, :n_read, :n_total, :outcome)"};
constexpr db::Query<RehearsalRow(AgencyId, RehearsalId)> by_id{
    "cases.rehearsal",
    "select id, asked_at, since, rules_now, rules_then, state, after_time, after_case, n_read, n_total, "
    "outcome from rule_rehearsals where agency = :agency and id = :id"};
constexpr db::Query<void(RehearsalState, Time, CaseId, std::int64_t, Text, AgencyId, RehearsalId,
                         std::int64_t)>
    go_on{"cases.save_rehearsal",
          "update rule_rehearsals set state = :state, after_time = :after_time, after_case = :after_case, "
          "n_read = :n_read, outcome = :outcome "
          "where agency = :agency and id = :id and n_read = :before and state = 'running'"};
constexpr db::Query<void(AgencyId, int)> forget{
    "cases.forget_rehearsals",
    "delete from rule_rehearsals where agency = :agency and id not in (select id from (select id from "
    "rule_rehearsals where agency = :agency order by id desc limit :kept) newest)"};
constexpr db::Query<std::int64_t(AgencyId, Time)> number{
    "cases.count_since", "select count(*) from cases where agency = :agency and received_at >= :since"};
constexpr db::Query<Past(AgencyId, Time, CaseId, int)> past{
    "cases.past", "select id, code, kind, topic, area, lat, lon, account, proposed_text, conduct_office, "
                  "received_at from cases where agency = :agency and (received_at, id) > (:at, :id) "
                  "order by received_at, id limit :most"};

} // namespace

void insert_rehearsal(db::Tx& tx, AgencyId agency, const RehearsalRow& row,
                      std::optional<std::int64_t> staff) {
    tx.run(add, agency, row.id, staff, row.asked_at, row.since, row.rules_now, row.rules_then, row.state,
           row.after_time, row.after_case, row.n_read, row.n_total, row.outcome);
}

std::optional<RehearsalRow> find_rehearsal(db::Tx& tx, AgencyId agency, RehearsalId id) {
    return tx.one(by_id, agency, id);
}

bool save_rehearsal(db::Tx& tx, AgencyId agency, const RehearsalRow& row, std::int64_t before) {
    return tx.run(go_on, row.state, row.after_time, row.after_case, row.n_read, row.outcome, agency, row.id,
                  before) > 0;
}

void forget_rehearsals(db::Tx& tx, AgencyId agency, int kept) {
    tx.run(forget, agency, kept);
}

std::int64_t count_since(db::Tx& tx, AgencyId agency, Time since) {
    return tx.one(number, agency, since).value_or(0);
}

std::vector<Past> find_past(db::Tx& tx, AgencyId agency, ViewMark after, int limit) {
    return tx.all(past, agency, after.received_at, after.id, limit);
}

} // namespace cases
