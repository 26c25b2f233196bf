#include "network/connection_store.h"

#include "db/query.h"

namespace network::store {
namespace {

using base::Time;
using db::Query;
using Text = std::optional<std::string>;
using MaybeTime = std::optional<Time>;

#define CONNECTION_COLUMNS                                                                                   \
    "account, server, own_id, handle, secrets_sealed, facts, state, problem, connected_at, checked_at, "     \
    "expires_at, refresh_at, refreshing_until, received_at, send_failures, send_from, version"

constexpr Query<Connected(AgencyId, AccountId)> select_connection{
    "connections.find",
    "select " CONNECTION_COLUMNS " from connections where agency = :agency and account = :account"};
constexpr Query<Connected(AgencyId)> select_connections{
    "connections.all",
    "select " CONNECTION_COLUMNS " from connections where agency = :agency order by account limit 5000"};
constexpr Query<void(AgencyId, AccountId)> delete_connection{
    "connections.delete", "delete from connections where agency = :agency and account = :account"};
constexpr Query<void(AgencyId, AccountId, std::string, std::string, std::string, std::string, std::string,
                     ConnectionState, Text, Time, MaybeTime, MaybeTime, MaybeTime, MaybeTime, int, Time, int)>
    insert_connection{
        "connections.insert",
        "insert into connections (agency, account, server, own_id, handle, secrets_sealed, facts, state, "
        "problem, connected_at, checked_at, expires_at, refresh_at, refreshing_until, received_at, "
        "send_failures, send_from, version) values (:agency, :account, :server, :own_id, :handle, :secrets, "
        ":facts, :state, :problem, :connected_at, :checked_at, :expires_at, :refresh_at, null, :received_at, "
        ":send_failures, :send_from, :version)"};
constexpr Query<void(std::string, std::string, std::string, std::string, std::string, ConnectionState, Text,
                     Time, MaybeTime, MaybeTime, MaybeTime, int, Time, int, AgencyId, AccountId, int)>
    update_one{"connections.update",
               "update connections set server = :server, own_id = :own_id, handle = :handle, secrets_sealed "
               "= :secrets, facts = :facts, state = :state, problem = :problem, connected_at = "
               ":connected_at, checked_at = :checked_at, expires_at = :expires_at, refresh_at = :refresh_at, "
               "refreshing_until = null, send_failures = :send_failures, send_from = :send_from, version = "
               ":next where agency = :agency and account = :account and version = :version"};
constexpr Query<void(Time, AgencyId, AccountId)> update_received{
    "connections.set_received",
    "update connections set received_at = :at where agency = :agency and account = :account"};
constexpr Query<void(std::string, AgencyId, AccountId)> update_facts{
    "connections.set_facts",
    "update connections set facts = :facts where agency = :agency and account = :account"};
constexpr Query<void(Time, AgencyId, AccountId, Time)> update_refreshing{
    "connections.begin_refresh",
    "update connections set refreshing_until = :until where agency = :agency and account = :account and "
    "(refreshing_until is null or refreshing_until < :now)"};
constexpr Query<AccountId(AgencyId, Time, Time)> select_refresh{
    "connections.due_for_refresh",
    "select account from connections where agency = :agency and state <> 'off' and (refresh_at <= :now or "
    "(refresh_at is null and checked_at <= :a_day_ago)) order by refresh_at, account limit 100"};
constexpr Query<Budget(AgencyId, AccountId)> select_budgets{
    "budgets.of", "select account, scope, most, remaining, resets_at, blocked_until from budgets where "
                  "agency = :agency and account = :account"};
constexpr Query<void(AgencyId, AccountId, std::string)> delete_budget{
    "budgets.delete", "delete from budgets where agency = :agency and account = :account and scope = :scope"};
constexpr Query<void(AgencyId, AccountId, std::string, std::int64_t, std::int64_t, MaybeTime, MaybeTime)>
    insert_budget{"budgets.insert",
                  "insert into budgets (agency, account, scope, most, remaining, resets_at, blocked_until) "
                  "values (:agency, :account, :scope, :most, :remaining, :resets_at, :blocked_until) on "
                  "conflict do nothing"};

} // namespace

std::optional<Connected> find_connection(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(select_connection, agency, account);
}

std::vector<Connected> connections(db::Tx& tx, AgencyId agency) {
    return tx.all(select_connections, agency);
}

void put_connection(db::Tx& tx, AgencyId agency, const Connected& c) {
    tx.run(delete_connection, agency, c.account);
    tx.run(insert_connection, agency, c.account, c.server, c.own_id, c.handle, c.secrets_sealed, c.facts,
           c.state, c.problem, c.connected_at, c.checked_at, c.expires_at, c.refresh_at, c.received_at,
           c.send_failures, c.send_from, c.version);
}

bool update_connection(db::Tx& tx, AgencyId agency, const Connected& c) {
    return tx.run(update_one, c.server, c.own_id, c.handle, c.secrets_sealed, c.facts, c.state, c.problem,
                  c.connected_at, c.checked_at, c.expires_at, c.refresh_at, c.send_failures, c.send_from,
                  c.version + 1, agency, c.account, c.version) == 1;
}

void set_received(db::Tx& tx, AgencyId agency, AccountId account, Time at) {
    tx.run(update_received, at, agency, account);
}

void set_facts(db::Tx& tx, AgencyId agency, AccountId account, const std::string& facts) {
    tx.run(update_facts, facts, agency, account);
}

bool begin_refresh(db::Tx& tx, AgencyId agency, AccountId account, Time now, Time until) {
    return tx.run(update_refreshing, until, agency, account, now) == 1;
}

std::vector<AccountId> due_for_refresh(db::Tx& tx, AgencyId agency, Time now) {
    return tx.all(select_refresh, agency, now, now - check_each);
}

std::vector<Budget> budgets(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.all(select_budgets, agency, account);
}

void put_budget(db::Tx& tx, AgencyId agency, const Budget& b) {
    tx.run(delete_budget, agency, b.account, b.scope);
    tx.run(insert_budget, agency, b.account, b.scope, b.most, b.remaining, b.resets_at, b.blocked_until);
}

} // namespace network::store
