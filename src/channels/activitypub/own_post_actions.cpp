#include "channels/activitypub/own_post_actions.h"

#include "base/text.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/activitypub/activitypub_store.h"
#include "channels/activitypub/addresses.h"
#include "db/database.h"
#include "jobs/job_actions.h"
#include "network/connection_actions.h"
#include "network/json_reading.h"
#include "network/text_length.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/posting_actions.h"
#include "people/vault.h"

#include <fmt/format.h>

#include <map>

namespace channels::activitypub {
namespace {

using agency::AccountId;
using base::AgencyId;
using outgoing::Outgoing;
using outgoing::OutgoingId;
using outgoing::Posting;

constexpr std::chrono::minutes while_paused{5};
constexpr std::size_t in_outbox = 20;

bool is_ours(const network::Services& s, AgencyId agency, AccountId account) {
    return s.network_of(agency, account) == network_code;
}

void queue_spread(const network::Services& s, db::Tx& tx, AgencyId agency, const SpreadJob& job) {
    jobs::enqueue(tx, s.ids, agency,
                  {.kind = std::string(spread_job_kind),
                   .name = fmt::format("{}.{}", job.post.value, job.is_deletion ? "delete" : "create"),
                   .data = base::json::write(job),
                   .run_at = s.now()},
                  s.now());
}

void queue_delivery(const network::Services& s, db::Tx& tx, AgencyId agency, const DeliverJob& job,
                    base::Time at) {
    jobs::enqueue(
        tx, s.ids, agency,
        {.kind = std::string(deliver_job_kind),
         .name = fmt::format("{}.{}.{}", job.post.value, job.is_deletion ? "delete" : "create", job.lookup),
         .data = base::json::write(job),
         .run_at = at},
        s.now());
}

std::string place_of(const std::string& lookup) {
    return "activitypub_deliveries.inbox|" + lookup;
}

std::vector<std::string> sha256s(const Posting& posting) {
    std::vector<std::string> out;
    for (auto each : base::split(posting.pictures, ','))
        if (!each.empty()) out.emplace_back(each);
    return out;
}

OwnPost post_of(const std::string& actor, const Outgoing& outgoing, const Posting& posting) {
    const auto key = outgoing::key_of(outgoing);
    OwnPost out{.actor = actor,
                .id = post_id(actor, key),
                .text = outgoing.letter,
                .language = outgoing.language,
                .at = base::to_iso(outgoing.created_at)};
    const auto alts = outgoing::alts_of(posting);
    const auto pictures = sha256s(posting);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        out.pictures.push_back(
            {picture_address(actor, key, i + 1), i < alts.size() ? alts[i] : std::string()});
    return out;
}

/// A post with the account that it is of.
struct Row {
    Outgoing outgoing;
    Posting posting;
    network::Connected connection;
};
std::optional<Row> row_of(db::Tx& tx, AgencyId agency, OutgoingId id) {
    auto outgoing = outgoing::outgoing_of(tx, agency, id);
    auto posting = outgoing ? outgoing::posting_of(tx, agency, id) : std::nullopt;
    auto connection = posting ? network::connection_of(tx, agency, posting->account) : std::nullopt;
    if (!connection || connection->secrets_sealed.empty()) return std::nullopt;
    return Row{std::move(*outgoing), std::move(*posting), std::move(*connection)};
}

/// Nobody is there any more: whoever followed from behind that inbox.
void forget_behind(const network::Services& s, AgencyId agency, AccountId account, const std::string& inbox) {
    for (const auto& [lookup, follower] : followers_of(s, agency, account))
        if (follower.shared_inbox.value_or(follower.inbox) == inbox)
            s.database.write([&](db::Tx& tx) { store::delete_follower(tx, agency, account, lookup); });
}

} // namespace

void publish(const network::Services& s, db::Tx& tx, const Outgoing& outgoing, Posting& posting) {
    if (!outgoing.is_own_post() || !is_ours(s, outgoing.agency, posting.account)) return;
    const auto connection = network::connection_of(tx, outgoing.agency, posting.account);
    if (!connection) return;
    const auto id = post_id(connection->own_id, outgoing::key_of(outgoing));
    network::Progress progress;
    network::add_published(progress, id, id);
    posting.progress = boost::json::serialize(progress);
    posting.url = id;
    queue_spread(s, tx, outgoing.agency, {outgoing.id, false});
}

void take_back(const network::Services& s, db::Tx& tx, const Outgoing& outgoing, const Posting& posting) {
    if (outgoing.is_own_post() && is_ours(s, outgoing.agency, posting.account))
        queue_spread(s, tx, outgoing.agency, {outgoing.id, true});
}

base::Result<void> spread(const network::Services& s, AgencyId agency, const SpreadJob& job) {
    const auto row = s.database.read([&](db::Tx& tx) { return row_of(tx, agency, job.post); });
    if (!row) return {};
    std::map<std::string, std::string> inboxes; ///< by lookup
    for (const auto& [lookup, follower] : followers_of(s, agency, row->posting.account)) {
        const auto inbox = follower.shared_inbox.value_or(follower.inbox);
        inboxes[s.vault.lookup(agency, "activitypub.inbox", inbox)] = inbox;
    }
    s.database.write([&](db::Tx& tx) {
        for (const auto& [lookup, inbox] : inboxes)
            queue_delivery(s, tx, agency,
                           {job.post, job.is_deletion, lookup, s.vault.seal(agency, place_of(lookup), inbox)},
                           s.now());
    });
    return {};
}

base::Result<void> deliver(const network::Services& s, AgencyId agency, const DeliverJob& job,
                           bool is_last_attempt) {
    const auto row = s.database.read([&](db::Tx& tx) { return row_of(tx, agency, job.post); });
    if (!row) return {};
    // Taken back before it was heard of: its deletion alone goes out.
    if (!job.is_deletion && row->outgoing.state != outgoing::State::sent) return {};
    if (row->connection.state != network::ConnectionState::connected) {
        s.database.write([&](db::Tx& tx) { queue_delivery(s, tx, agency, job, s.now() + while_paused); });
        return {};
    }
    auto connection = network::opened(s.vault, agency, row->connection);
    if (!connection) return base::pass(connection);
    auto inbox = s.vault.open(agency, place_of(job.lookup), job.inbox_sealed);
    if (!inbox) return base::pass(inbox);
    const auto post = post_of(connection->own_id, row->outgoing, row->posting);
    const auto answer = s.carrier.exchange(
        {.name = "inbox.spread",
         .method = "POST",
         .url = *inbox,
         .headers = {{"Content-Type", std::string(activity_type)}},
         .body = job.is_deletion ? delete_activity(connection->own_id, post.id) : create_post_activity(post),
         .largest = 65'536,
         .signing = signing_of(*connection)});
    using network::Verdict;
    switch (const auto judgement = network::judge_status(answer, false); judgement.verdict) {
    case Verdict::ok:
    case Verdict::rejected:
    case Verdict::forbidden: return {}; // heard; whoever refuses us once does so again
    case Verdict::revoked:
        // Whether they could not fetch our key, or do not believe it: they are there.
        if (is_last_attempt) return {};
        return base::fail(base::Kind::unavailable, "network.unreachable", judgement.code);
    case Verdict::gone: forget_behind(s, agency, row->posting.account, *inbox); return {};
    default:
        if (!is_last_attempt)
            return base::fail(base::Kind::unavailable, "network.unreachable", judgement.code);
        forget_behind(s, agency, row->posting.account, *inbox);
        return {};
    }
}

Found find_post(const network::Services& s, AgencyId agency, AccountId account, OutgoingId id) {
    const auto row = s.database.read([&](db::Tx& tx) { return row_of(tx, agency, id); });
    if (!row || row->posting.account != account || !row->outgoing.is_own_post()) return {};
    if (row->outgoing.state == outgoing::State::recalled) return {.standing = Standing::gone};
    if (!outgoing::is_published_here(row->outgoing, row->posting)) return {};
    return {.standing = Standing::stands,
            .post = post_of(row->connection.own_id, row->outgoing, row->posting),
            .pictures = sha256s(row->posting)};
}

std::pair<std::vector<OwnPost>, std::int64_t> newest_posts(const network::Services& s, AgencyId agency,
                                                           AccountId account) {
    return s.database.read([&](db::Tx& tx) {
        std::pair<std::vector<OwnPost>, std::int64_t> out;
        out.second = outgoing::count_own_posts(tx, agency, account);
        for (const auto id : outgoing::newest_own_posts(tx, agency, account, in_outbox))
            if (auto row = row_of(tx, agency, id))
                out.first.push_back(post_of(row->connection.own_id, row->outgoing, row->posting));
        return out;
    });
}

std::string find_answer(const network::Services& s, AgencyId agency, AccountId account,
                        std::string_view key_and_part, std::string_view root) {
    const auto dash = key_and_part.rfind('-');
    if (dash == std::string_view::npos) return {};
    const auto part = base::parse_id(key_and_part.substr(dash + 1));
    const auto number = message_of_key(agency.value, key_and_part.substr(0, dash));
    if (!part || *part < 1 || number == 0) return {};
    return s.database.read([&](db::Tx& tx) -> std::string {
        const auto row = row_of(tx, agency, OutgoingId{number});
        if (!row || row->posting.account != account || row->outgoing.is_own_post() ||
            row->outgoing.state != outgoing::State::sent)
            return {};
        const auto draft = outgoing::draft_of(tx, s.vault, row->outgoing, row->posting);
        // Erased since, or for its reader alone.
        if (!draft || items::is_private_channel(draft->visibility)) return {};
        const auto at = static_cast<std::size_t>(*part - 1);
        const auto parts = network::split_text(draft->text, s.channels.of(network_code)->limits({}).text);
        const auto id = note_id(row->connection.own_id, draft->key, at, draft->root);
        const auto progress = base::json::parse(row->posting.progress);
        if (at >= parts.size() || !progress || !id.ends_with("/" + std::string(root))) return {};
        return note_in(create_activity(
            {.actor = row->connection.own_id,
             .id = id,
             .text = parts[at],
             .language = draft->language,
             .answers =
                 at == 0 ? draft->to : note_id(row->connection.own_id, draft->key, at - 1, draft->root),
             .root = draft->root,
             .to = network::text_in(*progress, "author"),
             .handle = draft->to_handle,
             .at = network::text_in(*progress, "at"),
             .visibility = draft->visibility}));
    });
}

} // namespace channels::activitypub
