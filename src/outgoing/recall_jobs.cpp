#include "outgoing/recall_jobs.h"

#include "db/database.h"
#include "network/connection_actions.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/recall_actions.h"
#include "outgoing/send_job.h"

namespace outgoing {
namespace {

using network::Verdict;

/// What one round needs.
struct Open {
    Outgoing outgoing;
    Posting posting;
    std::optional<network::Connection> connection; ///< empty: the account cannot be used now
    const network::Channel* channel = nullptr;
};

std::optional<Open> open(const PostingServices& s, base::AgencyId agency, OutgoingId id) {
    const auto& n = s.network;
    return n.database.read([&](db::Tx& tx) -> std::optional<Open> {
        auto outgoing = outgoing_of(tx, agency, id);
        auto posting = posting_of(tx, agency, id);
        if (!outgoing || !posting || posting->recall != recall_wanted) return std::nullopt;
        Open out{.outgoing = std::move(*outgoing),
                 .posting = std::move(*posting),
                 .connection = {},
                 .channel = n.channel_of(agency, posting->account)};
        const auto row = network::connection_of(tx, agency, out.posting.account);
        if (row && row->state == network::ConnectionState::connected)
            if (auto opened = network::opened(n.vault, agency, *row)) out.connection = std::move(*opened);
        return out;
    });
}

/// Deletes what stands there; empty when all of it is gone.
std::optional<network::Judgement> erase_all(const PostingServices& s, const Open& o) {
    const auto progress = base::json::parse(o.posting.progress);
    auto ids = progress && progress->is_object() ? network::published(progress->get_object())
                                                 : std::vector<std::string>{};
    if (ids.empty()) return network::Judgement{.verdict = Verdict::rejected, .code = "no id is known"};
    if (o.channel->limits(*o.connection).can_delete && s.is_own_server && s.is_own_server(*o.channel))
        return std::nullopt;
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        const auto request = o.channel->erase(*o.connection, *id);
        if (!request) return network::Judgement{.verdict = Verdict::rejected};
        const auto answer = s.network.carrier.exchange(*request);
        auto judgement = o.channel->judge_reading(answer);
        network::note_usage(s.network, o.outgoing.agency, o.posting.account, *o.channel, *request, answer,
                            judgement);
        if (judgement.verdict != Verdict::ok && judgement.verdict != Verdict::gone) return judgement;
    }
    return std::nullopt;
}

base::Result<void> take_back(const PostingServices& s, base::AgencyId agency, OutgoingId id) {
    const auto& n = s.network;
    const auto now = n.now;
    auto o = open(s, agency, id);
    if (!o) return {};
    auto again = [&](base::Duration wait) {
        n.database.write([&](db::Tx& tx) { queue_recall(tx, n.ids, agency, id, now() + wait, now()); });
        return base::Result<void>{};
    };
    switch (o->outgoing.state) {
    case State::failed:
    case State::cancelled:
    case State::recalled: return {};
    case State::queued: {
        const bool is_withdrawn =
            n.database.write([&](db::Tx& tx) { return withdraw(tx, agency, id, now()); });
        return is_withdrawn ? base::Result<void>{} : again(recall_again);
    }
    case State::sending:
    case State::unknown: return again(recall_again);
    case State::sent: break;
    }
    if (!o->channel) return {};
    if (!o->connection) return again(std::chrono::minutes(1));
    const auto left = erase_all(s, *o);
    if (!left) {
        n.database.write([&](db::Tx& tx) {
            if (finish_recalled(tx, agency, id, now()) && s.taken_back)
                s.taken_back(tx, o->outgoing, o->posting);
        });
        return {};
    }
    switch (left->verdict) {
    case Verdict::rejected:
    case Verdict::forbidden: {
        const std::string problem =
            left->code.empty() ? "network.no_recall" : "network.recall_refused:" + left->code;
        n.database.write([&](db::Tx& tx) { refuse_recall(tx, agency, id, problem, now()); });
        return {};
    }
    case Verdict::expired:
    case Verdict::revoked: network::refresh(n, agency, o->posting.account); return again(recall_again);
    default: return again(std::max<base::Duration>(left->again_at.value_or(now()) - now(), recall_again));
    }
}

} // namespace

jobs::Handler recall_handler(const PostingServices& services) {
    return {.kind = std::string(recall_job_kind),
            .run = [services](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<SendJob>(job.data);
                if (!data) return base::pass(data);
                return take_back(services, job.agency, data->id);
            }};
}

} // namespace outgoing
