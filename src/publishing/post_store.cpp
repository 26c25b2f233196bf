#include "publishing/post_store.h"

#include "db/query.h"

#include <algorithm>

#define POST_COLUMNS                                                                                         \
    "agency, id, office, kind, state, text, place, language, made_from, form_key, written_by, rule, "        \
    "window_ms, release_at, created_at, changed_at, version"

namespace publishing::store {
namespace {

using agency::AccountId;
using agency::OfficeId;
using base::Time;
using db::Query;
using outgoing::OutgoingId;
using staff::StaffId;
using MaybeNumber = std::optional<std::int64_t>;
using MaybeText = std::optional<std::string>;
using MaybeTime = std::optional<Time>;
using MaybeStaff = std::optional<StaffId>;

constexpr Query<void(AgencyId, PostId, OfficeId, Kind, State, std::string, std::string, std::string,
                     MaybeNumber, MaybeText, MaybeStaff, Rule, std::int64_t, MaybeTime, Time, Time, int)>
    insert_post{"posts.insert",
                "insert into posts (" POST_COLUMNS
                ") values (:agency, :id, :office, :kind, :state, :text, :place, :language, :made_from, "
                ":form_key, :written_by, :rule, :window_ms, :release_at, :created_at, :changed_at, :version) "
                "on conflict do nothing"};
constexpr Query<void(State, std::string, std::string, Rule, std::int64_t, MaybeTime, Time, int, AgencyId,
                     PostId, int)>
    update_post{"posts.update",
                "update posts set state = :state, text = :text, place = :place, rule = :rule, window_ms = "
                ":window_ms, release_at = :release_at, changed_at = :changed_at, version = :version where "
                "agency = :agency and id = :id and version = :was"};
constexpr Query<Post(AgencyId, PostId)> select_post{
    "posts.find", "select " POST_COLUMNS " from posts where agency = :agency and id = :id"};
constexpr Query<Post(AgencyId, std::string)> select_by_form{
    "posts.find_by_form",
    "select " POST_COLUMNS " from posts where agency = :agency and form_key = :form_key"};
constexpr Query<std::int64_t(AgencyId, std::int64_t)> select_told{
    "posts.is_told", "select 1 from posts where agency = :agency and made_from = :made_from limit 1"};
constexpr Query<Post(AgencyId, State, PostId, int)> select_in_state{
    "posts.in_state", "select " POST_COLUMNS " from posts where agency = :agency and state = :state and id < "
                      ":before order by id desc limit :limit"};
constexpr Query<Post(AgencyId, Kind, PostId, int)> select_of_kind{
    "posts.of_kind", "select " POST_COLUMNS " from posts where agency = :agency and kind = :kind and id < "
                     ":before order by id desc limit :limit"};

constexpr Query<Post(AgencyId, std::string)> select_with_picture{
    "posts.with_picture",
    "select " POST_COLUMNS " from posts where agency = :agency and id in (select post from "
    "post_pictures where post_pictures.agency = posts.agency and sha256 = :sha256) limit 20"};

constexpr Query<void(AgencyId, PostId)> delete_pictures{
    "posts.delete_pictures", "delete from post_pictures where agency = :agency and post = :post"};
constexpr Query<void(AgencyId, PostId, int, std::string, std::string)> insert_picture{
    "posts.insert_picture", "insert into post_pictures (agency, post, ordinal, sha256, alt) values (:agency, "
                            ":post, :ordinal, :sha256, :alt)"};
constexpr Query<Picture(AgencyId, PostId)> select_pictures{
    "posts.pictures",
    "select sha256, alt from post_pictures where agency = :agency and post = :post order by ordinal"};

constexpr Query<void(AgencyId, PostId, AccountId)> delete_target{
    "posts.delete_target", "delete from post_targets where agency = :agency and post = :post and account = "
                           ":account and outgoing is null"};
constexpr Query<void(AgencyId, PostId, AccountId, TargetId)> insert_target{
    "posts.insert_target", "insert into post_targets (agency, post, account, id, outgoing) values (:agency, "
                           ":post, :account, :id, null) on conflict do nothing"};
constexpr Query<Target(AgencyId, PostId)> select_targets{
    "posts.targets",
    "select t.account, t.id, t.outgoing, o.state, o.problem, p.url, p.recall from post_targets t left join "
    "outgoing o on o.agency = t.agency and o.id = t.outgoing left join postings p on p.agency = t.agency and "
    "p.outgoing = t.outgoing where t.agency = :agency and t.post = :post order by t.account"};
constexpr Query<void(OutgoingId, AgencyId, TargetId)> update_target{
    "posts.set_outgoing", "update post_targets set outgoing = :outgoing where agency = :agency and id = :id"};
constexpr Query<void(AgencyId, PostId, StaffId)> insert_author{
    "posts.add_author", "insert into post_authors (agency, post, staff) values (:agency, :post, :staff) on "
                        "conflict do nothing"};
constexpr Query<StaffId(AgencyId, PostId)> select_authors{
    "posts.authors", "select staff from post_authors where agency = :agency and post = :post order by staff"};

constexpr Query<Policy(AgencyId)> select_policies{
    "posts.policies", "select office, kind, rule, window_ms from post_policies where agency = :agency"};
constexpr Query<void(AgencyId, OfficeId, Kind)> delete_one_policy{
    "posts.delete_policy",
    "delete from post_policies where agency = :agency and office = :office and kind = :kind"};
constexpr Query<void(AgencyId, OfficeId, Kind, Rule, std::int64_t, StaffId, Time)> insert_policy{
    "posts.put_policy",
    "insert into post_policies (agency, office, kind, rule, window_ms, changed_by, changed_at) values "
    "(:agency, :office, :kind, :rule, :window_ms, :changed_by, :changed_at)"};
constexpr Query<Audience(AgencyId)> select_audience{"posts.audience",
                                                    "select audience from post_walls where agency = :agency"};
constexpr Query<void(AgencyId)> delete_audience{"posts.delete_audience",
                                                "delete from post_walls where agency = :agency"};
constexpr Query<void(AgencyId, Audience, StaffId, Time)> insert_audience{
    "posts.put_audience",
    "insert into post_walls (agency, audience, changed_by, changed_at) values (:agency, "
    ":audience, :changed_by, :changed_at)"};

} // namespace

bool insert(db::Tx& tx, const Post& p) {
    return tx.run(insert_post, p.agency, p.id, p.office, p.kind, p.state, p.text, p.place, p.language,
                  p.made_from, p.form_key, p.written_by, p.rule, p.window_ms, p.release_at, p.created_at,
                  p.changed_at, p.version) == 1;
}

bool update(db::Tx& tx, const Post& p, int was) {
    return tx.run(update_post, p.state, p.text, p.place, p.rule, p.window_ms, p.release_at, p.changed_at,
                  p.version, p.agency, p.id, was) == 1;
}

std::optional<Post> find(db::Tx& tx, AgencyId agency, PostId id) {
    return tx.one(select_post, agency, id);
}

std::optional<Post> find_by_form(db::Tx& tx, AgencyId agency, const std::string& key) {
    return tx.one(select_by_form, agency, key);
}

bool is_told(db::Tx& tx, AgencyId agency, std::int64_t made_from) {
    return tx.one(select_told, agency, made_from).has_value();
}

std::vector<Post> in_state(db::Tx& tx, AgencyId agency, State state, PostId before, int limit) {
    return tx.all(select_in_state, agency, state, before, limit);
}

std::vector<Post> of_kind(db::Tx& tx, AgencyId agency, Kind kind, PostId before, int limit) {
    return tx.all(select_of_kind, agency, kind, before, limit);
}

std::vector<Post> with_picture(db::Tx& tx, AgencyId agency, const std::string& sha256) {
    return tx.all(select_with_picture, agency, sha256);
}

void put_pictures(db::Tx& tx, AgencyId agency, PostId post, std::span<const Picture> pictures) {
    tx.run(delete_pictures, agency, post);
    int ordinal = 0;
    for (const auto& each : pictures)
        tx.run(insert_picture, agency, post, ++ordinal, each.sha256, each.alt);
}

std::vector<Picture> pictures(db::Tx& tx, AgencyId agency, PostId post) {
    return tx.all(select_pictures, agency, post);
}

void put_targets(db::Tx& tx, base::IdSource& ids, AgencyId agency, PostId post,
                 std::span<const AccountId> accounts) {
    for (const auto& known : targets(tx, agency, post))
        if (std::ranges::find(accounts, known.account) == accounts.end())
            tx.run(delete_target, agency, post, known.account);
    for (const auto account : accounts)
        tx.run(insert_target, agency, post, account, ids.next<TargetId>());
}

std::vector<Target> targets(db::Tx& tx, AgencyId agency, PostId post) {
    return tx.all(select_targets, agency, post);
}

void set_outgoing(db::Tx& tx, AgencyId agency, TargetId target, OutgoingId id) {
    tx.run(update_target, id, agency, target);
}

void add_author(db::Tx& tx, AgencyId agency, PostId post, StaffId staff) {
    tx.run(insert_author, agency, post, staff);
}

std::vector<StaffId> authors(db::Tx& tx, AgencyId agency, PostId post) {
    return tx.all(select_authors, agency, post);
}

std::vector<Policy> policies(db::Tx& tx, AgencyId agency) {
    return tx.all(select_policies, agency);
}

void put_policy(db::Tx& tx, AgencyId agency, const Policy& policy, StaffId by, Time now) {
    delete_policy(tx, agency, policy);
    tx.run(insert_policy, agency, policy.office, policy.kind, policy.rule, policy.window_ms, by, now);
}

void delete_policy(db::Tx& tx, AgencyId agency, const Policy& policy) {
    tx.run(delete_one_policy, agency, policy.office, policy.kind);
}

std::optional<Audience> audience(db::Tx& tx, AgencyId agency) {
    return tx.one(select_audience, agency);
}

void put_audience(db::Tx& tx, AgencyId agency, Audience value, StaffId by, Time now) {
    tx.run(delete_audience, agency);
    tx.run(insert_audience, agency, value, by, now);
}

} // namespace publishing::store
