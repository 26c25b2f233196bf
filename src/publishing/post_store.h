// All SQL of posts, their targets, pictures and authors, of policies and of the wall. Throws db::Error when
// the engine fails.
#pragma once
#include "db/tx.h"
#include "publishing/policy.h"

namespace publishing::store {

using base::AgencyId;

/// False when a post of the same matter or form is there already.
[[nodiscard]] bool insert(db::Tx& tx, const Post& post);
/// Everything but what never changes, if the version is still `was`.
[[nodiscard]] bool update(db::Tx& tx, const Post& post, int was);
[[nodiscard]] std::optional<Post> find(db::Tx& tx, AgencyId agency, PostId id);
[[nodiscard]] std::optional<Post> find_by_form(db::Tx& tx, AgencyId agency, const std::string& key);
[[nodiscard]] bool is_told(db::Tx& tx, AgencyId agency, std::int64_t made_from);

/// Newest first, below `before`.
[[nodiscard]] std::vector<Post> in_state(db::Tx& tx, AgencyId agency, State state, PostId before, int limit);
[[nodiscard]] std::vector<Post> of_kind(db::Tx& tx, AgencyId agency, Kind kind, PostId before, int limit);

[[nodiscard]] std::vector<Post> with_picture(db::Tx& tx, AgencyId agency, const std::string& sha256);

void put_pictures(db::Tx& tx, AgencyId agency, PostId post, std::span<const Picture> pictures);
[[nodiscard]] std::vector<Picture> pictures(db::Tx& tx, AgencyId agency, PostId post);
/// Accounts that are in already keep their target.
void put_targets(db::Tx& tx, base::IdSource& ids, AgencyId agency, PostId post,
                 std::span<const agency::AccountId> accounts);
[[nodiscard]] std::vector<Target> targets(db::Tx& tx, AgencyId agency, PostId post);
void set_outgoing(db::Tx& tx, AgencyId agency, TargetId target, outgoing::OutgoingId id);
void add_author(db::Tx& tx, AgencyId agency, PostId post, staff::StaffId staff);
[[nodiscard]] std::vector<staff::StaffId> authors(db::Tx& tx, AgencyId agency, PostId post);

[[nodiscard]] std::vector<Policy> policies(db::Tx& tx, AgencyId agency);
void put_policy(db::Tx& tx, AgencyId agency, const Policy& policy, staff::StaffId by, base::Time now);
void delete_policy(db::Tx& tx, AgencyId agency, const Policy& policy);
[[nodiscard]] std::optional<Audience> audience(db::Tx& tx, AgencyId agency);
void put_audience(db::Tx& tx, AgencyId agency, Audience audience, staff::StaffId by, base::Time now);

} // namespace publishing::store
