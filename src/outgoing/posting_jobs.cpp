#include "outgoing/posting_jobs.h"

#include "base/text.h"
#include "db/database.h"
#include "jobs/backoff.h"
#include "network/connection_actions.h"
#include "network/receive_actions.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/send_actions.h"
#include "outgoing/send_job.h"

namespace outgoing {
namespace {

using base::Time;
using network::Verdict;

constexpr std::chrono::minutes until_connected{5};
constexpr std::chrono::seconds until_earlier{10};
constexpr std::chrono::seconds shortest_wait{10};
constexpr std::chrono::minutes most_wait{30};
/// A repeated key is trusted for a little less than the network keeps it.
constexpr std::chrono::minutes key_margin{5};

/// What one exchange about a posting needs.
struct Open {
    Posting posting;
    network::Connected row;
    network::Connection connection;
    const network::Channel* channel = nullptr;
    network::Draft draft;
    network::Progress progress;
};

/// Empty with nothing: the account cannot be used now. A problem: it can never be sent.
base::Result<std::optional<Open>> open(const PostingServices& s, const Outgoing& outgoing) {
    const auto& n = s.network;
    return n.database.read([&](db::Tx& tx) -> base::Result<std::optional<Open>> {
        auto posting = posting_of(tx, outgoing.agency, outgoing.id);
        if (!posting) return base::fail(base::Kind::not_found, "network.gone");
        auto row = network::connection_of(tx, outgoing.agency, posting->account);
        const auto* channel = n.channel_of(outgoing.agency, posting->account);
        if (!row || !channel || row->state != network::ConnectionState::connected)
            return std::optional<Open>{};
        auto connection = network::opened(n.vault, outgoing.agency, *row);
        if (!connection) return std::optional<Open>{};
        auto draft = draft_of(tx, n.vault, outgoing, *posting);
        if (!draft) return base::pass(draft);
        auto progress = base::json::parse(posting->progress);
        if (!progress || !progress->is_object()) return base::fail(base::Kind::broken, "network.unreadable");
        return std::optional(Open{std::move(*posting), std::move(*row), std::move(*connection), channel,
                                  std::move(*draft), progress->get_object()});
    });
}

base::Duration wait_for(const PostingServices& s, int attempts) {
    return jobs::wait_after(attempts, shortest_wait, most_wait, jobs::chance_from(s.network.random(8)));
}

void keep(Open& open) {
    open.posting.progress = boost::json::serialize(open.progress);
    if (const auto* url = open.progress.if_contains("url"); url && url->is_string())
        open.posting.url = std::string(url->get_string());
}

void note_published(db::Tx& tx, base::AgencyId agency, const Open& open) {
    if (open.draft.root.empty()) return;
    for (const auto& id : network::published(open.progress))
        network::note_own(tx, agency, open.posting.account, open.draft.root, id);
}

/// False when a picture is gone; then the text goes out without it.
void load_pictures(const PostingServices& s, const Outgoing& outgoing, Open& open) {
    std::vector<network::Picture> kept;
    const auto names = base::split(open.posting.pictures, ',');
    for (std::size_t i = 0; i < open.draft.pictures.size() && i < names.size(); ++i) {
        auto bytes = s.picture ? s.picture(outgoing.agency, std::string(names[i])) : std::nullopt;
        if (!bytes) continue;
        open.draft.pictures[i].bytes = std::move(*bytes);
        kept.push_back(std::move(open.draft.pictures[i]));
    }
    const auto most = open.channel->limits(open.connection).media.most;
    if (kept.size() > most) kept.resize(most);
    open.draft.pictures = std::move(kept);
}

void stands(db::Tx& tx, const PostingServices& s, const Outgoing& outgoing, Posting posting) {
    if (outgoing.is_own_post() && s.published) s.published(tx, outgoing, posting);
    finish_sent(tx, outgoing, posting, s.network.now());
}

bool is_certain(Verdict verdict) {
    return verdict != Verdict::unknown && verdict != Verdict::ok;
}

} // namespace

base::Result<void> send_posting(const PostingServices& s, const Outgoing& waiting) {
    const auto& n = s.network;
    const auto now = n.now;
    auto write = [&](auto&& unit) { n.database.write(unit); };
    auto opened = open(s, waiting);
    if (!opened) {
        write([&](db::Tx& tx) { drop(tx, waiting, State::cancelled, opened.error().code, now()); });
        return {};
    }
    auto again_at = [&](Time at) {
        write([&](db::Tx& tx) { put_off(tx, n.ids, waiting, at, now()); });
        return base::Result<void>{};
    };
    if (!*opened) return again_at(now() + until_connected);
    Open o = std::move(**opened);
    if (!o.posting.recall.empty() && network::published(o.progress).empty() && !o.posting.began_at) {
        write([&](db::Tx& tx) { drop(tx, waiting, State::cancelled, "network.recalled", now()); });
        return {};
    }
    if (o.row.send_from > now()) return again_at(o.row.send_from);
    load_pictures(s, waiting, o);
    const auto first = o.channel->next(o.connection, o.draft, o.progress);
    if (first) {
        const auto wait = n.database.read([&](db::Tx& tx) {
            return network::must_wait(
                tx, waiting.agency, o.posting.account, first->request.name,
                waiting.is_own_post() ? network::Purpose::publish : network::Purpose::reply, now());
        });
        if (wait) return again_at(*wait);
    }
    auto begun = n.database.write([&](db::Tx& tx) { return begin_posting(tx, waiting, now()); });
    if (!begun) {
        const bool still_waits =
            n.database.read([&](db::Tx& tx) { return queued(tx, waiting.agency, waiting.id).has_value(); });
        return still_waits ? again_at(now() + until_earlier) : base::Result<void>{};
    }
    for (;;) {
        const auto step = o.channel->next(o.connection, o.draft, o.progress);
        if (!step) {
            write([&](db::Tx& tx) { stands(tx, s, *begun, o.posting); });
            if (o.row.send_failures > 0)
                write([&](db::Tx& tx) {
                    network::note_sending(tx, waiting.agency, o.posting.account, true, now());
                });
            return {};
        }
        const bool is_doubtful = o.posting.began_at.has_value();
        if (step->publishes) {
            if (is_doubtful && now() - *o.posting.began_at >= o.channel->same_key_for() - key_margin) {
                write([&](db::Tx& tx) {
                    finish_posting(tx, n.ids, *begun, o.posting, {.next = Next::look, .at = now()}, now());
                });
                return {};
            }
            write([&](db::Tx& tx) { note_publishing(tx, *begun, o.posting, now()); });
        }
        const network::Answer answer = n.carrier.exchange(step->request);
        const auto judgement = o.channel->judge(o.connection, o.draft, o.progress, answer);
        network::note_usage(n, waiting.agency, o.posting.account, *o.channel, step->request, answer,
                            judgement);
        if (judgement.verdict == Verdict::ok) {
            keep(o);
            write([&](db::Tx& tx) {
                note_progress(tx, *begun, o.posting, now());
                note_published(tx, waiting.agency, o);
            });
            continue;
        }
        keep(o); // what helps to find it, or to go on
        const auto fate = after_step(judgement, begun->created_at, now(), wait_for(s, begun->attempts));
        if (step->publishes && is_certain(judgement.verdict) && !is_doubtful) o.posting.began_at.reset();
        if (fate.next == Next::renew) network::refresh(n, waiting.agency, o.posting.account);
        write([&](db::Tx& tx) {
            finish_posting(tx, n.ids, *begun, o.posting, fate, now());
            if (fate.network_ails) network::note_sending(tx, waiting.agency, o.posting.account, false, now());
        });
        return {};
    }
}

base::Result<void> look_for_posting(const PostingServices& s, base::AgencyId agency, OutgoingId id) {
    const auto& n = s.network;
    const auto now = n.now;
    const auto outgoing = n.database.read([&](db::Tx& tx) { return in_doubt(tx, agency, id); });
    if (!outgoing) return {};
    auto opened = open(s, *outgoing);
    if (!opened) return {}; // erased or deleted meanwhile: a person says what became of it
    auto finish = [&](Posting& posting, const PostingFate& fate) {
        n.database.write([&](db::Tx& tx) { finish_posting(tx, n.ids, *outgoing, posting, fate, now()); });
        return base::Result<void>{};
    };
    auto look_again = [&](Time at) {
        auto posting = n.database.read([&](db::Tx& tx) { return posting_of(tx, agency, id); });
        return posting ? finish(*posting,
                                {.next = Next::look, .at = at, .problem = outgoing->problem.value_or("")})
                       : base::Result<void>{};
    };
    if (!*opened) return look_again(now() + until_connected);
    Open o = std::move(**opened);
    load_pictures(s, *outgoing, o);
    const Time began_at = o.posting.began_at.value_or(outgoing->changed_at);
    // With the same key it cannot be said twice. Whether it stands is asked all the same: to a key that is
    // taken some servers answer no more than that they are broken.
    const bool is_harmless = now() - began_at < o.channel->same_key_for() - key_margin;
    const auto request = o.channel->find_own(o.connection, o.draft, o.progress);
    if (!request && is_harmless) return finish(o.posting, {.next = Next::again, .at = now()});
    if (!request) return finish(o.posting, {.next = Next::person, .at = now(), .problem = "network.unknown"});
    const network::Answer answer = n.carrier.exchange(*request);
    const auto judgement = o.channel->judge_reading(answer);
    network::note_usage(n, agency, o.posting.account, *o.channel, *request, answer, judgement);
    if (judgement.verdict == Verdict::expired || judgement.verdict == Verdict::revoked)
        network::refresh(n, agency, o.posting.account);
    // That it is not there is an answer, too.
    const bool is_answered = judgement.verdict == Verdict::ok || judgement.verdict == Verdict::gone;
    if (!is_answered || !answer.response)
        return look_again(std::max(judgement.again_at.value_or(now()), now() + first_look));
    const auto found = o.channel->read_own(o.connection, o.draft, o.progress, *answer.response);
    if (found != network::Found::yes && is_harmless)
        return finish(o.posting, {.next = Next::again, .at = now()});
    if (found == network::Found::no) o.posting.looked += 1;
    auto fate = after_look(found, o.posting.looked, began_at, now());
    if (found == network::Found::yes) {
        keep(o);
        o.posting.began_at.reset();
        o.posting.looked = 0;
        n.database.write([&](db::Tx& tx) { note_published(tx, agency, o); });
        if (!o.channel->next(o.connection, o.draft, o.progress)) {
            n.database.write([&](db::Tx& tx) { stands(tx, s, *outgoing, o.posting); });
            return {};
        }
        fate = {.next = Next::again, .at = now()};
    } else if (fate.next == Next::again) {
        o.posting.began_at.reset();
        o.posting.looked = 0;
    }
    return finish(o.posting, fate);
}

jobs::Handler look_handler(const PostingServices& services) {
    return {.kind = std::string(look_job_kind),
            .run = [services](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<SendJob>(job.data);
                if (!data) return base::pass(data);
                return look_for_posting(services, job.agency, data->id);
            }};
}

void sweep_postings(const PostingServices& s, base::AgencyId agency) {
    s.network.database.write(
        [&](db::Tx& tx) { pick_up_expired(tx, s.network.ids, agency, s.network.now()); });
}

} // namespace outgoing
