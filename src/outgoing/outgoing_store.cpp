#include "outgoing/outgoing_store.h"

#include "outgoing/outgoing_columns_store.h"

namespace outgoing::store {
namespace {

using base::AgencyId;
using base::Time;
using cases::CaseId;
using db::Query;
using people::IdentityId;
using Text = std::optional<std::string>;

constexpr Query<void(AgencyId, OutgoingId, CaseId, IdentityId, std::int64_t, TemplateKey, Channel, State,
                     std::string, std::string, std::string, std::string, Time, Time, int)>
    insert_outgoing{"outgoing.insert",
                    "insert into outgoing (" OUTGOING_COLUMNS
                    ") values (:agency, :id, :case_id, :identity, :event, :template, :channel, :state, "
                    ":language, :subject, :body, :letter, :created_at, :changed_at, :attempts, null, null) "
                    "on conflict (agency, event, identity) do nothing"};
constexpr Query<Outgoing(AgencyId, OutgoingId)> select_one{
    "outgoing.find", "select " OUTGOING_COLUMNS " from outgoing where agency = :agency and id = :id"};
constexpr Query<Outgoing(AgencyId, CaseId)> select_of_case{
    "outgoing.of_case", "select " OUTGOING_COLUMNS
                        " from outgoing where agency = :agency and case_id = :case_id order by id limit 500"};
constexpr Query<Outgoing(AgencyId, State, OutgoingId, int)> select_in_state{
    "outgoing.in_state",
    "select " OUTGOING_COLUMNS " from outgoing where agency = :agency and state = :state and id < :before "
    "and channel in ('mail', 'network') order by id desc limit :limit"};
constexpr Query<void(State, Time, Text, AgencyId, OutgoingId, State)> update_state{
    "outgoing.change_state",
    "update outgoing set state = :to, changed_at = :now, problem = :problem, lease_until = null where agency "
    "= :agency and id = :id and state = :from"};
constexpr Query<void(Time, Time, AgencyId, OutgoingId)> update_begin{
    "outgoing.begin",
    "update outgoing set state = 'sending', attempts = attempts + 1, changed_at = :now, lease_until = "
    ":until, "
    "problem = null where agency = :agency and id = :id and state = 'queued' and channel = 'mail'"};
constexpr Query<void(State, Time, Text, AgencyId, OutgoingId, int)> update_finish{
    "outgoing.finish",
    "update outgoing set state = :state, changed_at = :now, problem = :problem, lease_until = null where "
    "agency = :agency and id = :id and attempts = :attempt and state in ('sending', 'unknown')"};
constexpr Query<void(Time, std::string, AgencyId, Time, Time)> update_expired{
    "outgoing.give_up_expired",
    "update outgoing set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null where "
    "agency = :agency and state = 'sending' and channel = 'mail' and (lease_until < :before or lease_until > "
    ":latest)"};
constexpr Query<void(Time, std::string, AgencyId)> update_all_waiting{
    "outgoing.hold_all",
    "update outgoing set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null where "
    "agency = :agency and state in ('queued', 'sending') and channel in ('mail', 'network')"};
constexpr Query<std::int64_t(AgencyId, IdentityId, TemplateKey, Time)> count_mails_since{
    "outgoing.count_mails",
    "select count(*) from outgoing where agency = :agency and identity = :identity and "
    "template = :template and channel = 'mail' and created_at >= :since"};
constexpr Query<std::int64_t(AgencyId)> count_unknown{
    "outgoing.count_unsettled", "select count(*) from outgoing where agency = :agency and state = 'unknown'"};
constexpr Query<void(AgencyId, IdentityId)> blank_identity{
    "outgoing.forget_identity",
    "update outgoing set body = '', letter = '' where agency = :agency and identity = :identity"};
constexpr Query<void(Time, AgencyId, IdentityId)> cancel_identity{
    "outgoing.cancel_identity", "update outgoing set state = 'cancelled', changed_at = :now where agency = "
                                ":agency and identity = :identity and state = 'queued'"};
constexpr Query<void(AgencyId, CaseId, TemplateKey)> blank_words{
    "outgoing.forget_words",
    "update outgoing set body = '', letter = '' where agency = :agency and case_id = "
    ":case_id and template = :template and state not in ('queued', 'sending')"};

} // namespace

bool insert(db::Tx& tx, const Outgoing& o) {
    return tx.run(insert_outgoing, o.agency, o.id, o.case_id, o.identity, o.event, o.key, o.channel, o.state,
                  o.language, o.subject, o.body, o.letter, o.created_at, o.changed_at, o.attempts) == 1;
}

std::optional<Outgoing> find(db::Tx& tx, AgencyId agency, OutgoingId id) {
    return tx.one(select_one, agency, id);
}

std::vector<Outgoing> of_case(db::Tx& tx, AgencyId agency, CaseId case_id) {
    return tx.all(select_of_case, agency, case_id);
}

std::vector<Outgoing> in_state(db::Tx& tx, AgencyId agency, State state, OutgoingId before, int limit) {
    return tx.all(select_in_state, agency, state, before, limit);
}

bool change_state(db::Tx& tx, AgencyId agency, OutgoingId id, State from, State to, Time now, Text problem) {
    return tx.run(update_state, to, now, problem, agency, id, from) == 1;
}

bool begin(db::Tx& tx, AgencyId agency, OutgoingId id, Time now, Time until) {
    return tx.run(update_begin, now, until, agency, id) == 1;
}

bool finish(db::Tx& tx, AgencyId agency, OutgoingId id, int attempt, State state, Time now, Text problem) {
    return tx.run(update_finish, state, now, problem, agency, id, attempt) == 1;
}

std::int64_t give_up_expired(db::Tx& tx, AgencyId agency, Time now, Time latest, std::string_view problem) {
    return tx.run(update_expired, now, std::string(problem), agency, now, latest);
}

std::int64_t hold_all(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    return tx.run(update_all_waiting, now, std::string(problem), agency);
}

std::int64_t count_mails(db::Tx& tx, AgencyId agency, IdentityId identity, TemplateKey key, Time since) {
    return tx.one(count_mails_since, agency, identity, key, since).value_or(0);
}

std::int64_t count_unsettled(db::Tx& tx, AgencyId agency) {
    return tx.one(count_unknown, agency).value_or(0);
}

void forget_identity(db::Tx& tx, AgencyId agency, IdentityId identity, Time now) {
    tx.run(cancel_identity, now, agency, identity);
    tx.run(blank_identity, agency, identity);
}

void forget_words(db::Tx& tx, AgencyId agency, CaseId case_id, TemplateKey key) {
    tx.run(blank_words, agency, case_id, key);
}

} // namespace outgoing::store
