// All SQL of other servers' keys, followers, and activities that were taken. Throws db::Error when the engine
// fails. `lookup` is the vault's keyed hash of an address: no table holds a name.
#pragma once
#include "agency/account.h"
#include "db/tx.h"

namespace channels::activitypub::store {

using agency::AccountId;
using base::AgencyId;

struct KeyRow {
    std::string lookup = {};
    std::string actor_sealed = {};
    base::Time fetched_at{};
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (lookup, actor_sealed, fetched_at))

[[nodiscard]] std::optional<KeyRow> find_key(db::Tx& tx, AgencyId agency, const std::string& lookup);
void put_key(db::Tx& tx, AgencyId agency, const KeyRow& row);
void delete_key(db::Tx& tx, AgencyId agency, const std::string& lookup);

/// Follower's words sealed: {"actor","inbox","follow"}.
[[nodiscard]] std::optional<std::string> find_follower(db::Tx& tx, AgencyId agency, AccountId account,
                                                       const std::string& lookup);
struct FollowerRow {
    std::string lookup = {};
    std::string follower_sealed = {};
};
BOOST_DESCRIBE_STRUCT(FollowerRow, (), (lookup, follower_sealed))
[[nodiscard]] std::vector<FollowerRow> followers(db::Tx& tx, AgencyId agency, AccountId account);
void put_follower(db::Tx& tx, AgencyId agency, AccountId account, const std::string& lookup,
                  const std::string& sealed, base::Time now);
void set_accepted(db::Tx& tx, AgencyId agency, AccountId account, const std::string& lookup, base::Time at);
void delete_follower(db::Tx& tx, AgencyId agency, AccountId account, const std::string& lookup);
[[nodiscard]] std::int64_t count_followers(db::Tx& tx, AgencyId agency, AccountId account);

/// False when it was taken before.
[[nodiscard]] bool take(db::Tx& tx, AgencyId agency, AccountId account, const std::string& lookup,
                        base::Time now);
/// Keys and activities from before are forgotten.
void sweep(db::Tx& tx, AgencyId agency, base::Time keys_before, base::Time taken_before);

} // namespace channels::activitypub::store
