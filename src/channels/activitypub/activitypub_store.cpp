#include "channels/activitypub/activitypub_store.h"

#include "db/query.h"

namespace channels::activitypub::store {
namespace {

using base::Time;
using db::Query;
using std::string;

#define ONE_FOLLOWER " where agency = :agency and account = :account and lookup = :lookup"

constexpr Query<KeyRow(AgencyId, string)> select_key{
    "activitypub_keys.find", "select lookup, actor_sealed, fetched_at from activitypub_keys where agency = "
                             ":agency and lookup = :lookup"};
constexpr Query<void(AgencyId, string, string, Time)> upsert_key{
    "activitypub_keys.put",
    "insert into activitypub_keys (agency, lookup, actor_sealed, fetched_at) values (:agency, :lookup, "
    ":sealed, :fetched_at) on conflict (agency, lookup) do update set actor_sealed = excluded.actor_sealed, "
    "fetched_at = excluded.fetched_at"};
constexpr Query<void(AgencyId, string)> remove_key{
    "activitypub_keys.delete", "delete from activitypub_keys where agency = :agency and lookup = :lookup"};
constexpr Query<void(AgencyId, Time)> sweep_keys{
    "activitypub_keys.sweep", "delete from activitypub_keys where agency = :agency and fetched_at < :before"};

constexpr Query<string(AgencyId, AccountId, string)> select_follower{
    "activitypub_followers.find", "select follower_sealed from activitypub_followers" ONE_FOLLOWER};
constexpr Query<void(AgencyId, AccountId, string, string, Time)> upsert_follower{
    "activitypub_followers.put",
    "insert into activitypub_followers (agency, account, lookup, follower_sealed, followed_at) values "
    "(:agency, :account, :lookup, :sealed, :now) on conflict (agency, account, lookup) do update set "
    "follower_sealed = excluded.follower_sealed"};
constexpr Query<void(Time, AgencyId, AccountId, string)> update_accepted{
    "activitypub_followers.accept", "update activitypub_followers set accepted_at = :at" ONE_FOLLOWER};
constexpr Query<void(AgencyId, AccountId, string)> remove_follower{
    "activitypub_followers.delete", "delete from activitypub_followers" ONE_FOLLOWER};
constexpr Query<FollowerRow(AgencyId, AccountId)> select_followers{
    "activitypub_followers.all", "select lookup, follower_sealed from activitypub_followers where agency = "
                                 ":agency and account = :account order by lookup"};
constexpr Query<std::int64_t(AgencyId, AccountId)> count_all{
    "activitypub_followers.count",
    "select count(*) from activitypub_followers where agency = :agency and account = :account"};

constexpr Query<void(AgencyId, AccountId, string, Time)> insert_taken{
    "activitypub_taken.insert", "insert into activitypub_taken (agency, account, lookup, taken_at) values "
                                "(:agency, :account, :lookup, :now) on conflict do nothing"};
constexpr Query<void(AgencyId, Time)> sweep_taken{
    "activitypub_taken.sweep", "delete from activitypub_taken where agency = :agency and taken_at < :before"};

} // namespace

std::optional<KeyRow> find_key(db::Tx& tx, AgencyId agency, const string& lookup) {
    return tx.one(select_key, agency, lookup);
}

void put_key(db::Tx& tx, AgencyId agency, const KeyRow& row) {
    tx.run(upsert_key, agency, row.lookup, row.actor_sealed, row.fetched_at);
}

void delete_key(db::Tx& tx, AgencyId agency, const string& lookup) {
    tx.run(remove_key, agency, lookup);
}

std::optional<string> find_follower(db::Tx& tx, AgencyId agency, AccountId account, const string& lookup) {
    return tx.one(select_follower, agency, account, lookup);
}

std::vector<FollowerRow> followers(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.all(select_followers, agency, account);
}

void put_follower(db::Tx& tx, AgencyId agency, AccountId account, const string& lookup, const string& sealed,
                  Time now) {
    tx.run(upsert_follower, agency, account, lookup, sealed, now);
}

void set_accepted(db::Tx& tx, AgencyId agency, AccountId account, const string& lookup, Time at) {
    tx.run(update_accepted, at, agency, account, lookup);
}

void delete_follower(db::Tx& tx, AgencyId agency, AccountId account, const string& lookup) {
    tx.run(remove_follower, agency, account, lookup);
}

std::int64_t count_followers(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(count_all, agency, account).value_or(0);
}

bool take(db::Tx& tx, AgencyId agency, AccountId account, const string& lookup, Time now) {
    return tx.run(insert_taken, agency, account, lookup, now) == 1;
}

void sweep(db::Tx& tx, AgencyId agency, Time keys_before, Time taken_before) {
    tx.run(sweep_keys, agency, keys_before);
    tx.run(sweep_taken, agency, taken_before);
}

} // namespace channels::activitypub::store
