#include "channels/activitypub/activitypub_actions.h"

#include "channels/activitypub/activity.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/activitypub/activitypub_store.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/documents.h"
#include "db/database.h"
#include "jobs/job_actions.h"
#include "network/connection_actions.h"
#include "network/json_reading.h"
#include "people/vault.h"

namespace channels::activitypub {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;
using network::Connection;

constexpr std::chrono::minutes fetched_again{1}; ///< a key that does not fit is fetched anew, not more often
constexpr std::chrono::days keys_kept{30};
constexpr std::chrono::days taken_kept{3};
constexpr int taken = 202;

std::string lookup_of(const network::Services& s, AgencyId agency, std::string_view what,
                      std::string_view address) {
    return s.vault.lookup(agency, "activitypub." + std::string(what), address);
}

std::optional<Actor> known_key(const network::Services& s, AgencyId agency, const std::string& key,
                               Time& fetched_at) {
    const auto lookup = lookup_of(s, agency, "key", key);
    const auto row = s.database.read([&](db::Tx& tx) { return store::find_key(tx, agency, lookup); });
    if (!row) return std::nullopt;
    auto text = s.vault.open(agency, "activitypub_keys.actor|" + lookup, row->actor_sealed);
    auto actor = text ? base::json::parse_as<Actor>(*text) : base::Result<Actor>(base::pass(text));
    if (!actor) return std::nullopt;
    fetched_at = row->fetched_at;
    return std::move(*actor);
}

void remember_key(const network::Services& s, AgencyId agency, const std::string& key, const Actor& actor) {
    const auto lookup = lookup_of(s, agency, "key", key);
    const store::KeyRow row{
        .lookup = lookup,
        .actor_sealed = s.vault.seal(agency, "activitypub_keys.actor|" + lookup, base::json::write(actor)),
        .fetched_at = s.now()};
    s.database.write([&](db::Tx& tx) { store::put_key(tx, agency, row); });
}

std::optional<std::string> fetched(const network::Services& s, const Connection& c, const std::string& url) {
    const auto answer = s.carrier.exchange(ask_document(c, "key.get", url));
    if (!answer.response || answer.response->status != 200) return std::nullopt;
    return answer.response->body;
}

/// The actor whose own document, at its own address, shows this key.
std::optional<Actor> fetch_key(const network::Services& s, const Connection& c, const std::string& key) {
    auto body = fetched(s, c, key);
    if (!body) return std::nullopt;
    const auto owner = owner_of_key(*body, key);
    if (!is_same_host(owner, key)) return std::nullopt;
    if (owner != key.substr(0, key.find('#'))) body = fetched(s, c, owner);
    if (!body) return std::nullopt;
    auto actor = read_actor(*body, key);
    if (!actor || actor->id != owner || actor->public_key.empty()) return std::nullopt;
    return std::move(*actor);
}

/// Who sent it; a status when that is not proven.
std::expected<Actor, int> prove(Inbox& inbox, AgencyId agency, const Connection& c,
                                const network::Claim& claim, const Activity& activity) {
    const auto& s = inbox.network;
    if (!is_same_host(claim.key_id, activity.actor)) return std::unexpected(401);
    Time fetched_at{};
    auto known = known_key(s, agency, claim.key_id, fetched_at);
    if (known && known->id == activity.actor && network::is_proven(claim, known->public_key))
        return std::move(*known);
    if (known && s.now() - fetched_at < fetched_again) return std::unexpected(401);
    // Whoever is gone shows no key any more; what was never known here has nothing to be deleted.
    if (!known && activity.act == Act::actor_gone) return std::unexpected(taken);
    if (inbox.fetches.has_failed(claim.key_id, s.now())) return std::unexpected(401);
    if (!inbox.fetches.begin()) return std::unexpected(503);
    std::optional<Actor> actor;
    try {
        actor = fetch_key(s, c, claim.key_id);
    } catch (...) {
        inbox.fetches.end();
        throw;
    }
    inbox.fetches.end();
    if (!actor || actor->id != activity.actor) {
        inbox.fetches.note_failure(claim.key_id, s.now());
        return std::unexpected(401);
    }
    remember_key(s, agency, claim.key_id, *actor);
    if (!network::is_proven(claim, actor->public_key)) return std::unexpected(401);
    return std::move(*actor);
}

void follow(const network::Services& s, AgencyId agency, AccountId account, const Activity& activity,
            const Actor& actor) {
    const auto lookup = lookup_of(s, agency, "actor", actor.id);
    const auto sealed =
        s.vault.seal(agency, "activitypub_followers.follower|" + lookup,
                     base::json::write(Follower{actor.id, actor.inbox, activity.id, actor.shared_inbox}));
    s.database.write([&](db::Tx& tx) {
        store::put_follower(tx, agency, account, lookup, sealed, s.now());
        jobs::enqueue(tx, s.ids, agency,
                      {.kind = std::string(accept_job_kind),
                       .name = base::to_string(account) + "." + lookup,
                       .data = base::json::write(AcceptJob{account, lookup}),
                       .run_at = s.now()},
                      s.now());
    });
}

} // namespace

bool Fetches::begin() {
    const std::lock_guard lock(mutex_);
    if (running_ >= most) return false;
    ++running_;
    return true;
}

void Fetches::end() {
    const std::lock_guard lock(mutex_);
    --running_;
}

void Fetches::note_failure(const std::string& key, Time now) {
    const std::lock_guard lock(mutex_);
    if (failed_.size() >= 10'000) failed_.clear();
    failed_[key] = now;
}

bool Fetches::has_failed(const std::string& key, Time now) {
    const std::lock_guard lock(mutex_);
    auto found = failed_.find(key);
    return found != failed_.end() && now - found->second < after_failure;
}

int take(Inbox& inbox, AgencyId agency, AccountId account, network::Incoming request) {
    const auto& s = inbox.network;
    const auto connection = inbox.accounts.find(s, agency, account);
    if (!connection) return 404;
    request.origin = connection->server;
    auto claim = network::read_claim(request, s.now());
    if (!claim) return 401;
    auto json = network::read_json(request.body);
    if (!json) return 400;
    auto activity = read_activity(*json, connection->own_id);
    if (!activity) return 400;
    auto actor = prove(inbox, agency, *connection, *claim, *activity);
    if (!actor) return actor.error();
    const auto follower = lookup_of(s, agency, "actor", actor->id);
    switch (activity->act) {
    case Act::nothing_here: return taken;
    case Act::follow: follow(s, agency, account, *activity, *actor); return taken;
    case Act::unfollow:
    case Act::actor_gone:
        s.database.write([&](db::Tx& tx) {
            store::delete_follower(tx, agency, account, follower);
            if (activity->act == Act::actor_gone)
                store::delete_key(tx, agency, lookup_of(s, agency, "key", claim->key_id));
        });
        return taken;
    case Act::note: break;
    }
    const auto body = journaled(*json, *actor, s.now());
    const auto events = events_of(connection->own_id, body);
    if (!events) return 400;
    if (events->empty()) return taken; // among others, or of a kind that is no report
    const auto push = network::sealed_push(s, agency, account, body);
    const auto lookup = lookup_of(s, agency, "activity", actor->id + "\n" + activity->id);
    s.database.write([&](db::Tx& tx) {
        if (store::take(tx, agency, account, lookup, s.now())) network::journal_push(tx, agency, push);
    });
    return taken;
}

bool is_signed(Inbox& inbox, AgencyId agency, AccountId account, network::Incoming request) {
    const auto& s = inbox.network;
    const auto connection = inbox.accounts.find(s, agency, account);
    if (!connection) return false;
    request.origin = connection->server;
    const auto claim = network::read_claim(request, s.now());
    if (!claim) return false;
    // Whose key it is, is what its document says.
    Time fetched_at{};
    const auto known = known_key(s, agency, claim->key_id, fetched_at);
    const std::string owner = known ? known->id : claim->key_id.substr(0, claim->key_id.find('#'));
    return prove(inbox, agency, *connection, *claim, {.act = Act::note, .id = {}, .actor = owner})
        .has_value();
}

std::vector<std::pair<std::string, Follower>> followers_of(const network::Services& s, AgencyId agency,
                                                           AccountId account) {
    std::vector<std::pair<std::string, Follower>> out;
    const auto rows = s.database.read([&](db::Tx& tx) { return store::followers(tx, agency, account); });
    for (const auto& row : rows) {
        auto text = s.vault.open(agency, "activitypub_followers.follower|" + row.lookup, row.follower_sealed);
        auto read = text ? base::json::parse_as<Follower>(*text) : base::Result<Follower>(base::pass(text));
        if (read) out.emplace_back(row.lookup, std::move(*read));
    }
    return out;
}

base::Result<void> accept_follower(const network::Services& s, AgencyId agency, const AcceptJob& job,
                                   bool is_last_attempt) {
    const auto row =
        s.database.read([&](db::Tx& tx) { return network::connection_of(tx, agency, job.account); });
    const auto sealed = s.database.read(
        [&](db::Tx& tx) { return store::find_follower(tx, agency, job.account, job.follower); });
    if (!row || row->secrets_sealed.empty() || !sealed) return {};
    auto connection = network::opened(s.vault, agency, *row);
    if (!connection) return base::pass(connection);
    auto text = s.vault.open(agency, "activitypub_followers.follower|" + job.follower, *sealed);
    if (!text) return base::pass(text);
    auto follower = base::json::parse_as<Follower>(*text);
    if (!follower) return base::pass(follower);
    const auto answer =
        s.carrier.exchange({.name = "inbox.accept",
                            .method = "POST",
                            .url = follower->inbox,
                            .headers = {{"Content-Type", std::string(activity_type)}},
                            .body = accept_activity(connection->own_id, follower->actor, follower->follow),
                            .largest = 65'536,
                            .signing = signing_of(*connection)});
    const auto judgement = network::judge_status(answer, false);
    if (judgement.verdict == network::Verdict::ok) {
        s.database.write(
            [&](db::Tx& tx) { store::set_accepted(tx, agency, job.account, job.follower, s.now()); });
        return {};
    }
    if (judgement.verdict == network::Verdict::gone || is_last_attempt) {
        s.database.write([&](db::Tx& tx) { store::delete_follower(tx, agency, job.account, job.follower); });
        return {};
    }
    return base::fail(base::Kind::unavailable, "network.unreachable", judgement.code);
}

std::int64_t count_followers(const network::Services& s, AgencyId agency, AccountId account) {
    return s.database.read([&](db::Tx& tx) { return store::count_followers(tx, agency, account); });
}

void sweep(const network::Services& s, AgencyId agency) {
    s.database.write(
        [&](db::Tx& tx) { store::sweep(tx, agency, s.now() - keys_kept, s.now() - taken_kept); });
}

} // namespace channels::activitypub
