#include "outgoing/posting_actions.h"

#include "agency/directory.h"
#include "base/text.h"
#include "cases/case_actions.h"
#include "db/tx.h"
#include "items/item_actions.h"
#include "jobs/job_actions.h"
#include "network/connection_actions.h"
#include "outgoing/answer_buttons.h"
#include "outgoing/language_code.h"
#include "outgoing/letter.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_store.h"
#include "outgoing/send_actions.h"
#include "people/identity_actions.h"
#include "proof/proof_actions.h"

#include <fmt/format.h>

#include <algorithm>

namespace outgoing {
namespace {

using base::Time;

void queue_look(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, OutgoingId id, Time run_at,
                Time now) {
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(look_job_kind),
                   .name = base::to_string(id),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(id)}}),
                   .run_at = run_at},
                  now);
}

/// Pictures with their descriptions, without their bytes.
std::vector<network::Picture> described(const Outgoing& outgoing, const Posting& posting) {
    const auto alts = alts_of(posting);
    std::vector<network::Picture> out;
    for (auto sha256 : base::split(posting.pictures, ','))
        if (!sha256.empty())
            out.push_back({.mime = "image/jpeg",
                           .bytes = {},
                           .alt = out.size() < alts.size() ? alts[out.size()] : outgoing.subject});
    return out;
}

/// The reporter's words that opened the case, else the first that still stand.
std::optional<items::Item> answered_item(db::Tx& tx, const cases::Case& c) {
    auto items = items::items_of_case(tx, c.agency, c.id.value);
    auto found = std::ranges::find_if(items, [&](const items::Item& item) {
        return !item.deleted_at && c.identity && item.identity == c.identity->value;
    });
    return found == items.end() ? std::nullopt : std::optional(*found);
}

bool has_published(const Posting& posting, const std::string& id) {
    const auto progress = base::json::parse(posting.progress);
    if (!progress || !progress->is_object()) return false;
    const auto ids = network::published(progress->get_object());
    return std::ranges::find(ids, id) != ids.end();
}

} // namespace

std::optional<Planned> plan_posting(db::Tx& tx, const network::Channels& channels,
                                    const agency::Directory& directory, const cases::Case& c,
                                    TemplateKey key) {
    if (!c.identity || !c.account) return std::nullopt;
    const auto* account = directory.account(c.account);
    const auto* channel = account ? channels.of(account->network) : nullptr;
    if (!channel || !channel->can_send()) return std::nullopt;
    const auto item = answered_item(tx, c);
    if (!item || item->account != account->id) return std::nullopt;
    if (!is_told_on_network(key, item->visibility) || !may_answer(c, item->visibility, key))
        return std::nullopt;
    const auto connection = network::connection_of(tx, c.agency, account->id);
    if (!connection || connection->secrets_sealed.empty()) return std::nullopt;
    return Planned{
        .posting = {.outgoing = {}, .account = account->id, .item = item->id, .names_reporter = true},
        .is_in_public = !items::is_private_channel(item->visibility)};
}

std::string answered_in_public_as(db::Tx& tx, const agency::Directory& directory, const cases::Case& c) {
    if (!c.identity || items::is_private_channel(c.visibility)) return {};
    if (!may_answer(c, c.visibility, TemplateKey::asked)) return {};
    const auto* account = directory.account(c.account);
    const auto connection = account ? network::connection_of(tx, c.agency, account->id) : std::nullopt;
    if (!connection || connection->secrets_sealed.empty()) return {};
    return connection->handle;
}

std::string pictures_for(db::Tx& tx, const cases::Case& c, TemplateKey key) {
    if (key != TemplateKey::resolved) return {};
    const auto rounds = proof::rounds(tx, c.agency, c.id.value);
    return rounds.empty() ? std::string() : base::join(rounds.back().after, ",");
}

void add_posting(db::Tx& tx, const Outgoing& outgoing, Posting posting) {
    posting.outgoing = outgoing.id;
    store::insert_posting(tx, outgoing.agency, posting);
}

bool add_post(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, const Posting& posting) {
    if (!store::insert(tx, outgoing)) return false;
    store::insert_posting(tx, outgoing.agency, posting);
    queue(tx, ids, outgoing, outgoing.created_at, outgoing.created_at);
    return true;
}

std::vector<OutgoingId> newest_own_posts(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                                         std::size_t most) {
    return store::newest_own_posts(tx, agency, account, static_cast<int>(most));
}

std::int64_t count_own_posts(db::Tx& tx, base::AgencyId agency, agency::AccountId account) {
    return store::count_own_posts(tx, agency, account);
}

std::vector<std::string> alts_of(const Posting& posting) {
    std::vector<std::string> out;
    if (posting.alts.empty()) return out;
    const auto all = base::json::parse(posting.alts);
    if (!all || !all->is_array()) return out;
    for (const auto& each : all->get_array())
        out.emplace_back(each.is_string() ? std::string(each.get_string()) : std::string());
    return out;
}

std::optional<Posting> posting_of(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    return store::find_posting(tx, agency, id);
}

std::optional<std::string> address_of(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    auto posting = store::find_posting(tx, agency, id);
    return posting ? posting->url : std::nullopt;
}

std::vector<Unsent> unsent_by_account(db::Tx& tx, base::AgencyId agency) {
    return store::unsent_by_account(tx, agency);
}

std::optional<Outgoing> begin_posting(db::Tx& tx, const Outgoing& waiting, Time now) {
    if (store::has_earlier(tx, waiting)) return std::nullopt;
    if (!store::begin_posting(tx, waiting.agency, waiting.id, now, now + lease)) return std::nullopt;
    return store::find(tx, waiting.agency, waiting.id);
}

void note_publishing(db::Tx& tx, const Outgoing& outgoing, Posting& posting, Time now) {
    posting.is_publishing = true;
    if (!posting.began_at) posting.began_at = now;
    posting.looked = 0;
    store::update_posting(tx, outgoing.agency, posting);
    store::renew_lease(tx, outgoing.agency, outgoing.id, outgoing.attempts, now + lease);
}

void note_progress(db::Tx& tx, const Outgoing& outgoing, Posting& posting, Time now) {
    posting.is_publishing = false;
    posting.began_at.reset();
    posting.looked = 0;
    store::update_posting(tx, outgoing.agency, posting);
    store::renew_lease(tx, outgoing.agency, outgoing.id, outgoing.attempts, now + lease);
}

void finish_sent(db::Tx& tx, const Outgoing& outgoing, Posting& posting, Time now) {
    posting.is_publishing = false;
    posting.began_at.reset();
    store::update_posting(tx, outgoing.agency, posting);
    (void)store::finish(tx, outgoing.agency, outgoing.id, outgoing.attempts, State::sent, now, std::nullopt);
}

void finish_posting(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, Posting& posting,
                    const PostingFate& fate, Time now) {
    State state = State::queued;
    if (fate.next == Next::failed) state = State::failed;
    if (fate.next == Next::look || fate.next == Next::person) state = State::unknown;
    if (state != State::unknown) posting.is_publishing = false;
    store::update_posting(tx, outgoing.agency, posting);
    auto problem = fate.problem.empty() ? std::optional<std::string>() : std::optional(fate.problem);
    if (!store::finish(tx, outgoing.agency, outgoing.id, outgoing.attempts, state, now, std::move(problem)))
        return;
    if (state == State::queued) queue(tx, ids, outgoing, fate.at, now);
    if (fate.next == Next::look) queue_look(tx, ids, outgoing.agency, outgoing.id, fate.at, now);
}

void put_off(db::Tx& tx, base::IdSource& ids, const Outgoing& waiting, Time at, Time now) {
    queue(tx, ids, waiting, at, now);
}

void pick_up_expired(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, Time now) {
    for (const auto& outgoing : store::expired_postings(tx, agency, now, now + lease + jobs::most_skew)) {
        auto posting = store::find_posting(tx, agency, outgoing.id);
        if (!posting) continue;
        const bool may_stand = posting->is_publishing;
        finish_posting(
            tx, ids, outgoing, *posting,
            {.next = may_stand ? Next::look : Next::again, .at = now, .problem = "network.interrupted"}, now);
    }
}

void look_now(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, agency::AccountId account, Time now) {
    for (const auto id : store::unknown_of_account(tx, agency, account))
        queue_look(tx, ids, agency, id, now, now);
}

std::string key_of(const Outgoing& outgoing) {
    return fmt::format("tanggap-{}-{}", outgoing.agency.value, outgoing.id.value);
}

void note_undelivered(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                      const network::Undelivered& what, Time now) {
    const auto id = base::parse_id_as<OutgoingId>(what.key.substr(what.key.rfind('-') + 1));
    const auto outgoing = id ? store::find(tx, agency, *id) : std::nullopt;
    const auto posting = outgoing ? store::find_posting(tx, agency, *id) : std::nullopt;
    if (!posting || posting->account != account || key_of(*outgoing) != what.key) return;
    // Networks say it more than once: an attempt before the one that stands is known by its id.
    if (outgoing->state == State::sent && !has_published(*posting, what.id)) return;
    if (outgoing->state != State::sent && outgoing->state != State::unknown &&
        outgoing->state != State::sending)
        return;
    const auto problem = std::string(undelivered) + (what.code.empty() ? "" : ":" + what.code);
    (void)store::change_state(tx, agency, *id, outgoing->state, State::failed, now, problem);
}

void begin_anew(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    auto posting = store::find_posting(tx, agency, id);
    if (!posting) return;
    posting->progress = "{}";
    posting->is_publishing = false;
    posting->began_at.reset();
    posting->looked = 0;
    store::update_posting(tx, agency, *posting);
}

bool is_published_here(const Outgoing& outgoing, const Posting& posting) noexcept {
    return outgoing.is_own_post() && !posting.item && outgoing.state == State::sent;
}

base::Result<network::Draft> draft_of(db::Tx& tx, const people::Vault& vault, const Outgoing& outgoing,
                                      const Posting& posting) {
    network::Draft draft{.key = key_of(outgoing), .text = outgoing.letter, .language = outgoing.language};
    if (!outgoing.is_own_post())
        draft.text = with_secret(outgoing.letter,
                                 items::link_secret(tx, vault, outgoing.agency, outgoing.case_id.value));
    draft.pictures = described(outgoing, posting);
    const auto others = outgoing.is_own_post()
                            ? store::own_progress(tx, outgoing.agency, posting.account, outgoing.id)
                            : store::other_progress(tx, outgoing);
    for (const auto& text : others)
        if (auto progress = base::json::parse(text); progress && progress->is_object())
            std::ranges::move(network::published(progress->get_object()), std::back_inserter(draft.others));
    if (!posting.item) return draft;
    const auto item = items::item_of_id(tx, outgoing.agency, *posting.item);
    if (!item || item->deleted_at) return base::fail(base::Kind::not_found, "network.gone");
    draft.visibility = item->visibility;
    draft.to = item->network_id;
    draft.root = item->root.value_or(item->network_id);
    // In private the reporter may say with one touch whether it is done.
    if (outgoing.key == TemplateKey::resolved && items::is_private_channel(draft.visibility))
        if (const auto c = cases::case_of_id(tx, outgoing.agency, outgoing.case_id))
            draft.to_facts["buttons"] = answer_buttons(c->code, language_of(outgoing.language));
    if (posting.names_reporter && item->identity) {
        auto person = people::open_identity(tx, vault, outgoing.agency, people::IdentityId{*item->identity});
        if (!person) return base::pass(person); // erased: nobody is answered any more
        draft.to_handle = person->handle.value_or("");
    }
    return draft;
}

} // namespace outgoing
