#include "network/source_store.h"

#include "db/query.h"
#include "network/source_columns_store.h"

namespace network::store {
namespace {

using base::Time;
using db::Query;
using Text = std::optional<std::string>;
using MaybeTime = std::optional<Time>;
using MaybeCount = std::optional<std::int64_t>;

#define ONE_SOURCE " where agency = :agency and account = :account and name = :name"

constexpr Query<void(AgencyId, AccountId, std::string, bool, bool, std::string, Time)> insert_source{
    "sources.insert",
    "insert into sources (agency, account, name, newest_first, is_thread, mark, look_at, failures) values "
    "(:agency, :account, :name, :newest_first, :is_thread, :mark, :look_at, 0) on conflict do nothing"};
constexpr Query<Watched(AgencyId, AccountId, std::string)> select_source{
    "sources.find", "select " SOURCE_COLUMNS " from sources" ONE_SOURCE};
constexpr Query<Watched(AgencyId, AccountId, int)> select_sources{
    "sources.of", "select " SOURCE_COLUMNS " from sources where agency = :agency and account = :account "
                  "order by is_thread, name limit :limit"};
constexpr Query<Watched(AgencyId, Time, int)> select_due{
    "sources.due", "select " SOURCE_COLUMNS " from sources where agency = :agency and look_at <= :now order "
                   "by look_at limit :limit"};
constexpr Query<void(Time, AgencyId, AccountId, std::string, Time)> update_lease{
    "sources.lease", "update sources set look_at = :until" ONE_SOURCE " and look_at = :before"};
constexpr Query<void(std::string, Time, MaybeTime, MaybeTime, int, Text, AgencyId, AccountId, std::string)>
    update_looked{"sources.update",
                  "update sources set mark = :mark, look_at = :look_at, looked_at = :looked_at, found_at = "
                  ":found_at, failures = :failures, problem = :problem" ONE_SOURCE};
constexpr Query<void(Time, Time, AgencyId, AccountId, std::string)> update_found{
    "sources.note_found",
    "update sources set look_at = case when look_at > :at then :at else look_at end, found_at = "
    ":now" ONE_SOURCE};
constexpr Query<void(Time, AgencyId, AccountId)> update_all{
    "sources.look_at_all", "update sources set look_at = :at, failures = 0, problem = null where agency = "
                           ":agency and account = :account"};
constexpr Query<void(Time, AgencyId, AccountId, std::string)> update_walked{
    "sources.set_walked", "update sources set walked_at = :at" ONE_SOURCE};
constexpr Query<void(MaybeCount, MaybeCount, MaybeTime, std::int64_t, AgencyId, AccountId, std::string)>
    update_counts{"sources.set_counts",
                  "update sources set counted = :counted, held = :held, counted_at = :counted_at, left_out = "
                  ":left_out" ONE_SOURCE};

constexpr Query<void(AgencyId, HoleId, AccountId, std::string, std::string, std::string, std::string,
                     HoleState, Time, Time)>
    insert_one_hole{"holes.insert",
                    "insert into holes (agency, id, account, source, cursor, mark, reason, state, opened_at, "
                    "try_at, tries, found) values (:agency, :id, :account, :source, :cursor, :mark, :reason, "
                    ":state, :opened_at, :try_at, 0, 0)"};
constexpr Query<Hole(AgencyId, HoleId)> select_hole{
    "holes.find", "select " HOLE_COLUMNS " from holes where agency = :agency and id = :id"};
constexpr Query<Hole(AgencyId, Time, int)> select_due_holes{
    "holes.due", "select " HOLE_COLUMNS " from holes where agency = :agency and state = 'open' and try_at <= "
                 ":now order by try_at limit :limit"};
constexpr Query<void(Time, AgencyId, HoleId, Time)> update_hole_lease{
    "holes.lease", "update holes set try_at = :until where agency = :agency and id = :id and state = 'open' "
                   "and try_at = :before"};
constexpr Query<void(std::string, HoleState, Text, Time, int, int, MaybeTime, AgencyId, HoleId)>
    update_one_hole{"holes.update",
                    "update holes set cursor = :cursor, state = :state, problem = :problem, try_at = "
                    ":try_at, tries = :tries, found = :found, closed_at = :closed_at where agency = :agency "
                    "and id = :id"};
constexpr Query<Hole(AgencyId, AccountId, int)> select_holes{
    "holes.of", "select " HOLE_COLUMNS " from holes where agency = :agency and account = :account order by "
                "id desc limit :limit"};
constexpr Query<std::int64_t(AgencyId, AccountId, std::string, Time)> select_hole_since{
    "holes.has_since", "select 1 from holes where agency = :agency and account = :account and source = "
                       ":source and (state = 'open' or closed_at >= :since) limit 1"};
constexpr Query<std::int64_t(AgencyId, AccountId, std::string, std::string, Time)> select_opened_since{
    "holes.has_opened_since",
    "select 1 from holes where agency = :agency and account = :account and source = :source and reason = "
    ":reason and state = 'open' and opened_at > :since limit 1"};
constexpr Query<void(AgencyId, HoleId)> delete_one_hole{
    "holes.delete", "delete from holes where agency = :agency and id = :id"};

constexpr Query<void(AgencyId, AccountId, std::string, std::string, bool)> insert_seen{
    "seen.insert", "insert into seen (agency, account, source, network_id, is_deleted) values (:agency, "
                   ":account, :source, :network_id, :is_deleted) on conflict do nothing"};
constexpr Query<void(AgencyId, AccountId, std::string, std::string)> update_seen{
    "seen.delete", "update seen set is_deleted = 1 where agency = :agency and account = :account and source "
                   "= :source and network_id = :network_id"};
constexpr Query<std::string(AgencyId, AccountId, std::string)> select_thread{
    "seen.thread_of",
    "select source from seen where agency = :agency and account = :account and network_id = "
    ":network_id order by source limit 1"};
constexpr Query<std::int64_t(AgencyId, AccountId, std::string)> select_count_seen{
    "seen.count", "select count(*) from seen where agency = :agency and account = :account and source = "
                  ":source and is_deleted = 0"};

constexpr Query<void(AgencyId, PushId, AccountId, std::string, Time, PushState, Text)> insert_one_push{
    "pushes.insert", "insert into pushes (agency, id, account, body_sealed, received_at, state, problem) "
                     "values (:agency, :id, :account, :body, :received_at, :state, :problem)"};
constexpr Query<Kept(AgencyId, PushState, int)> select_pushes{
    "pushes.in_state", "select id, account, body_sealed, received_at, state, problem from pushes where "
                       "agency = :agency and state = :state order by id limit :limit"};
constexpr Query<void(AgencyId, PushId)> delete_one_push{
    "pushes.delete", "delete from pushes where agency = :agency and id = :id"};
constexpr Query<void(std::string, AgencyId, PushId)> update_stuck{
    "pushes.stick",
    "update pushes set state = 'stuck', problem = :problem where agency = :agency and id = :id"};
constexpr Query<std::int64_t(AgencyId, PushState)> count_state{
    "pushes.count", "select count(*) from pushes where agency = :agency and state = :state"};
constexpr Query<void(AgencyId, AccountId)> update_waiting{
    "pushes.wait_again", "update pushes set state = 'waiting', problem = null where agency = :agency and "
                         "state = 'stuck' and account = :account"};

} // namespace

void add_source(db::Tx& tx, AgencyId agency, const Watched& s) {
    tx.run(insert_source, agency, s.account, s.name, s.newest_first, s.is_thread, s.mark, s.look_at);
}

std::optional<Watched> find_source(db::Tx& tx, AgencyId agency, AccountId account, const std::string& name) {
    return tx.one(select_source, agency, account, name);
}

std::vector<Watched> sources_of(db::Tx& tx, AgencyId agency, AccountId account, int limit) {
    return tx.all(select_sources, agency, account, limit);
}

std::vector<Watched> due_sources(db::Tx& tx, AgencyId agency, Time now, int limit) {
    return tx.all(select_due, agency, now, limit);
}

bool lease_source(db::Tx& tx, AgencyId agency, const Watched& s, Time until) {
    return tx.run(update_lease, until, agency, s.account, s.name, s.look_at) == 1;
}

void update_source(db::Tx& tx, AgencyId agency, const Watched& s) {
    tx.run(update_looked, s.mark, s.look_at, s.looked_at, s.found_at, s.failures, s.problem, agency,
           s.account, s.name);
}

void note_found(db::Tx& tx, AgencyId agency, AccountId account, const std::string& name, Time now, Time at) {
    tx.run(update_found, at, now, agency, account, name);
}

void look_at_all(db::Tx& tx, AgencyId agency, AccountId account, Time at) {
    tx.run(update_all, at, agency, account);
}

void set_walked(db::Tx& tx, AgencyId agency, AccountId account, const std::string& name, Time at) {
    tx.run(update_walked, at, agency, account, name);
}

void set_counts(db::Tx& tx, AgencyId agency, const Watched& s) {
    tx.run(update_counts, s.counted, s.held, s.counted_at, s.left_out, agency, s.account, s.name);
}

void insert_hole(db::Tx& tx, AgencyId agency, const Hole& h) {
    tx.run(insert_one_hole, agency, h.id, h.account, h.source, h.cursor, h.mark, h.reason, h.state,
           h.opened_at, h.try_at);
}

std::optional<Hole> find_hole(db::Tx& tx, AgencyId agency, HoleId id) {
    return tx.one(select_hole, agency, id);
}

std::vector<Hole> due_holes(db::Tx& tx, AgencyId agency, Time now, int limit) {
    return tx.all(select_due_holes, agency, now, limit);
}

bool lease_hole(db::Tx& tx, AgencyId agency, const Hole& h, Time until) {
    return tx.run(update_hole_lease, until, agency, h.id, h.try_at) == 1;
}

void update_hole(db::Tx& tx, AgencyId agency, const Hole& h) {
    tx.run(update_one_hole, h.cursor, h.state, h.problem, h.try_at, h.tries, h.found, h.closed_at, agency,
           h.id);
}

std::vector<Hole> holes_of(db::Tx& tx, AgencyId agency, AccountId account, int limit) {
    return tx.all(select_holes, agency, account, limit);
}

bool has_hole_since(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source, Time since) {
    return tx.one(select_hole_since, agency, account, source, since).has_value();
}

bool has_hole_opened_since(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source,
                           const std::string& reason, Time since) {
    return tx.one(select_opened_since, agency, account, source, reason, since).has_value();
}

void delete_hole(db::Tx& tx, AgencyId agency, HoleId id) {
    tx.run(delete_one_hole, agency, id);
}

bool see(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source,
         const std::string& network_id, bool is_deleted) {
    const bool is_new = tx.run(insert_seen, agency, account, source, network_id, is_deleted) == 1;
    if (!is_new && is_deleted) tx.run(update_seen, agency, account, source, network_id);
    return is_new;
}

std::string thread_of(db::Tx& tx, AgencyId agency, AccountId account, const std::string& network_id) {
    return tx.one(select_thread, agency, account, network_id).value_or("");
}

std::int64_t count_seen(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source) {
    return tx.one(select_count_seen, agency, account, source).value_or(0);
}

void insert_push(db::Tx& tx, AgencyId agency, const Kept& p) {
    tx.run(insert_one_push, agency, p.id, p.account, p.body_sealed, p.received_at, p.state, p.problem);
}

std::vector<Kept> waiting_pushes(db::Tx& tx, AgencyId agency, int limit) {
    return tx.all(select_pushes, agency, PushState::waiting, limit);
}

void delete_push(db::Tx& tx, AgencyId agency, PushId id) {
    tx.run(delete_one_push, agency, id);
}

void stick_push(db::Tx& tx, AgencyId agency, PushId id, const std::string& problem) {
    tx.run(update_stuck, problem, agency, id);
}

std::int64_t count_pushes(db::Tx& tx, AgencyId agency, PushState state) {
    return tx.one(count_state, agency, state).value_or(0);
}

std::vector<Kept> stuck_pushes(db::Tx& tx, AgencyId agency, int limit) {
    return tx.all(select_pushes, agency, PushState::stuck, limit);
}

void wait_again(db::Tx& tx, AgencyId agency, AccountId account) {
    tx.run(update_waiting, agency, account);
}

} // namespace network::store
