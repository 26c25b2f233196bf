#include "referral/delivery_store.h"

namespace referral::store {
namespace {

using base::AgencyId;
using base::Time;
using cases::CaseId;
using MaybeText = std::optional<std::string>;

#define DELIVERY_COLUMNS                                                                                     \
    "agency, id, case_id, event, outside, way, state, attempts, token, receipt, problem, created_at, "       \
    "changed_at, lease_until"

constexpr db::Query<void(AgencyId, DeliveryId, CaseId, std::int64_t, agency::OutsideId, agency::OutsideWay,
                         State, int, Time, Time)>
    insert_one{"deliveries.insert",
               "insert into deliveries (" DELIVERY_COLUMNS ") values (:agency, :id, :case_id, :event, "
               ":outside, :way, :state, :attempts, null, null, null, :created, :changed, null) "
               "on conflict (agency, event) do nothing"};
constexpr db::Query<Delivery(AgencyId, DeliveryId)> select_one{
    "deliveries.find", "select " DELIVERY_COLUMNS " from deliveries where agency = :agency and id = :id"};
constexpr db::Query<Delivery(AgencyId, CaseId)> select_of_case{
    "deliveries.of_case", "select " DELIVERY_COLUMNS
                          " from deliveries where agency = :agency and case_id = :case_id order by id desc "
                          "limit 20"};
// The states stand in the statement, so that the index of what is open is used.
constexpr db::Query<Delivery(AgencyId, State, int)> select_in_state{
    "deliveries.in_state",
    "select " DELIVERY_COLUMNS " from deliveries where agency = :agency and state = :state and state in "
    "('queued', 'sending', 'unknown', 'failed', 'tokened') order by id desc limit :most"};
constexpr db::Query<void(Time, Time, AgencyId, DeliveryId)> update_begin{
    "deliveries.begin",
    "update deliveries set state = 'sending', attempts = attempts + 1, changed_at = :now, lease_until = "
    ":until, problem = null where agency = :agency and id = :id and state = 'queued'"};
constexpr db::Query<void(State, int, MaybeText, MaybeText, MaybeText, Time, AgencyId, DeliveryId, State)>
    update_state{"deliveries.change",
                 "update deliveries set state = :to, attempts = :attempts, token = :token, receipt = "
                 ":receipt, problem = :problem, changed_at = :now, lease_until = null where agency = :agency "
                 "and id = :id and state = :from"};
constexpr db::Query<void(Time, std::string, AgencyId, Time)> update_expired{
    "deliveries.give_up_expired",
    "update deliveries set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and state = 'sending' and lease_until < :before"};
constexpr db::Query<void(Time, std::string, AgencyId)> update_waiting{
    "deliveries.hold_all",
    "update deliveries set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and state in ('queued', 'sending')"};

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
    return tx.run(update_state, d.state, d.attempts, d.token, d.receipt, d.problem, d.changed_at, d.agency,
                  d.id, from) == 1;
}

void give_up_expired(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    tx.run(update_expired, now, std::string(problem), agency, now);
}

std::int64_t hold_all(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    return tx.run(update_waiting, now, std::string(problem), agency);
}

} // namespace referral::store
