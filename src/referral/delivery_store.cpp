#include "referral/delivery_store.h"

namespace referral::store {
namespace {

using base::AgencyId;
using base::Time;
using cases::CaseId;
using MaybeText = std::optional<std::string>;

#define DELIVERY_COLUMNS                                                                                     \
    "agency, id, case_id, event, outside, way, state, attempts, token, receipt, problem, created_at, "       \
    "changed_at, lease_until, format, there, there_note, there_at, asked_at, told_at"
// Word for word as the index has it: SQLite takes a partial index for nothing less.
#define DELIVERY_IS_OPEN                                                                                     \
    "state in ('queued', 'sending', 'unknown', 'failed', 'tokened', 'returned', 'followed', 'finished')"

constexpr db::Query<void(AgencyId, DeliveryId, CaseId, std::int64_t, agency::OutsideId, agency::OutsideWay,
                         State, int, Time, Time)>
    insert_one{"deliveries.insert",
               "insert into deliveries (" DELIVERY_COLUMNS ") values (:agency, :id, :case_id, :event, "
               ":outside, :way, :state, :attempts, null, null, null, :created, :changed, null, null, null, "
               "null, null, null, null) "
               "on conflict (agency, event) do nothing"};
constexpr db::Query<Delivery(AgencyId, DeliveryId)> select_one{
    "deliveries.find", "select " DELIVERY_COLUMNS " from deliveries where agency = :agency and id = :id"};
constexpr db::Query<Delivery(AgencyId, CaseId)> select_of_case{
    "deliveries.of_case", "select " DELIVERY_COLUMNS
                          " from deliveries where agency = :agency and case_id = :case_id order by id desc "
                          "limit 20"};
constexpr db::Query<Delivery(AgencyId, State, int)> select_in_state{
    "deliveries.in_state", "select " DELIVERY_COLUMNS
                           " from deliveries where agency = :agency and state = :state and " DELIVERY_IS_OPEN
                           " order by id desc limit :most"};
constexpr db::Query<Delivery(AgencyId, int)> select_untold{
    "deliveries.untold",
    "select " DELIVERY_COLUMNS " from deliveries where agency = :agency and told_at is null and state in "
    "('unknown', 'failed', 'returned', 'finished') order by id limit :most"};
constexpr db::Query<void(Time, AgencyId, DeliveryId)> update_told{
    "deliveries.mark_told", "update deliveries set told_at = :now where agency = :agency and id = :id"};
constexpr db::Query<void(Time, Time, AgencyId, DeliveryId)> update_begin{
    "deliveries.begin",
    "update deliveries set state = 'sending', attempts = attempts + 1, changed_at = :now, lease_until = "
    ":until, problem = null where agency = :agency and id = :id and state = 'queued'"};
constexpr db::Query<void(State, int, MaybeText, MaybeText, MaybeText, Time, std::optional<Format>,
                         std::optional<There>, MaybeText, std::optional<Time>, std::optional<Time>, AgencyId,
                         DeliveryId, State)>
    update_state{"deliveries.change",
                 "update deliveries set state = :to, attempts = :attempts, token = :token, receipt = "
                 ":receipt, problem = :problem, changed_at = :now, lease_until = null, format = "
                 ":format, there = :there, there_note = :note, there_at = :there_at, asked_at = :asked_at, "
                 "told_at = null where agency = :agency and id = :id and state = :from"};
constexpr db::Query<void(Time, std::string, AgencyId, Time)> update_expired{
    "deliveries.give_up_expired",
    "update deliveries set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and state = 'sending' and " DELIVERY_IS_OPEN " and lease_until < :before"};
constexpr db::Query<void(Time, std::string, AgencyId)> update_waiting{
    "deliveries.hold_all",
    "update deliveries set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and (state = 'queued' or state = 'sending') and " DELIVERY_IS_OPEN};

} // namespace

bool insert(db::Tx& tx, const Delivery& d) {
    return tx.run(insert_one, d.agency, d.id, d.case_id, d.event, d.outside, d.way, d.state, d.attempts,
                  d.created_at, d.changed_at) == 1;
}

std::optional<Delivery> find(db::Tx& tx, AgencyId agency, DeliveryId id) {
    return tx.one(select_one, agency, id);
}

std::vector<Delivery> of_case(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.all(select_of_case, agency, id);
}

std::vector<Delivery> in_state(db::Tx& tx, AgencyId agency, State state, int most) {
    return tx.all(select_in_state, agency, state, most);
}

bool begin(db::Tx& tx, AgencyId agency, DeliveryId id, Time now, Time until) {
    return tx.run(update_begin, now, until, agency, id) == 1;
}

bool change(db::Tx& tx, const Delivery& d, State from) {
    return tx.run(update_state, d.state, d.attempts, d.token, d.receipt, d.problem, d.changed_at, d.format,
                  d.there, d.there_note, d.there_at, d.asked_at, d.agency, d.id, from) == 1;
}

std::vector<Delivery> untold(db::Tx& tx, AgencyId agency, int most) {
    return tx.all(select_untold, agency, most);
}

void mark_told(db::Tx& tx, AgencyId agency, DeliveryId id, Time now) {
    tx.run(update_told, now, agency, id);
}

void give_up_expired(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    tx.run(update_expired, now, std::string(problem), agency, now);
}

std::int64_t hold_all(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    return tx.run(update_waiting, now, std::string(problem), agency);
}

std::vector<db::Statement> walking_statements() {
    return {select_of_case.statement(), select_in_state.statement(), select_untold.statement(),
            update_expired.statement(), update_waiting.statement()};
}

} // namespace referral::store
