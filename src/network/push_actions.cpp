#include "network/push_actions.h"

#include "db/database.h"
#include "network/connection_actions.h"
#include "network/connection_store.h"
#include "network/receive_actions.h"
#include "network/silence.h"
#include "network/source_store.h"
#include "people/vault.h"

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;

/// What stands in a kept push: what a network sent, or an item that was refused.
base::Result<std::vector<Event>> events_in(const Services& s, AgencyId agency, const Kept& push,
                                           const Connection& connection) {
    if (auto item = s.vault.open(agency, refused_item_place(push.account), push.body_sealed)) {
        auto read = base::json::parse_as<items::ItemIn>(*item);
        if (!read) return base::fail(base::Kind::broken, "network.unreadable");
        return std::vector<Event>{{.item = std::move(*read)}};
    }
    const Channel* channel = s.channel_of(agency, push.account);
    auto body = s.vault.open(agency, push_place(push.account), push.body_sealed);
    if (!channel || !body) return base::fail(base::Kind::broken, "network.unreadable");
    return channel->read_push(connection, *body);
}

/// What was read at `at` holds for a moment; a clock that was set back ends it.
bool is_fresh(Time at, Time now) {
    return at <= now && now - at < OpenedAccounts::fresh_for;
}

void note_heard(db::Tx& tx, AgencyId agency, AccountId account) {
    const auto row = store::find_connection(tx, agency, account);
    if (row && unheard_since(row->facts))
        store::set_facts(tx, agency, account, with_unheard_since(row->facts, std::nullopt));
}

} // namespace

std::shared_ptr<const Connection> OpenedAccounts::find(const Services& s, AgencyId agency,
                                                       AccountId account) {
    const auto now = s.now();
    {
        const std::lock_guard lock(mutex_);
        auto found = entries_.find({agency, account});
        if (found != entries_.end() && is_fresh(found->second.at, now)) return found->second.connection;
    }
    // Also while the account waits for a person: what its network sends is not lost.
    auto row = s.database.read([&](db::Tx& tx) { return store::find_connection(tx, agency, account); });
    std::shared_ptr<const Connection> connection;
    if (row && !row->secrets_sealed.empty())
        if (auto open = opened(s.vault, agency, *row))
            connection = std::make_shared<const Connection>(std::move(*open));
    const std::lock_guard lock(mutex_);
    entries_[{agency, account}] = {now, connection};
    return connection;
}

std::vector<AccountId> OpenedAccounts::named_in(const Services& s, AgencyId agency, std::string_view network,
                                                std::string_view body) {
    const auto now = s.now();
    auto named = [&](const Listed& listed) {
        std::vector<AccountId> out;
        for (const auto& each : listed.accounts)
            if (each.network == network &&
                (body.find(each.own_id) != std::string_view::npos ||
                 (!each.name.empty() && body.find(each.name) != std::string_view::npos)))
                out.push_back(each.account);
        return out;
    };
    {
        const std::lock_guard lock(mutex_);
        const auto found = listed_.find(agency);
        if (found != listed_.end() && is_fresh(found->second.at, now)) return named(found->second);
    }
    Listed listed{.at = now, .accounts = {}};
    for (const auto& row : s.database.read([&](db::Tx& tx) { return store::connections(tx, agency); }))
        if (!row.secrets_sealed.empty())
            listed.accounts.push_back({.account = row.account,
                                       .network = s.network_of(agency, row.account),
                                       .own_id = row.own_id,
                                       .name = row.handle.substr(row.handle.starts_with('@') ? 1 : 0)});
    auto out = named(listed);
    const std::lock_guard lock(mutex_);
    listed_[agency] = std::move(listed);
    return out;
}

PushAnswer keep_push(const Services& s, OpenedAccounts& accounts, AgencyId agency, AccountId account,
                     const Push& push) {
    const Channel* channel = s.channel_of(agency, account);
    if (!channel) return {.status = 404};
    PushAnswer answer{.status = 404};
    std::vector<Kept> kept;
    const auto connection = accounts.find(s, agency, account);
    if (connection) answer = channel->answer_push(*connection, push, s.now());
    if (answer.is_kept) kept.push_back(sealed_push(s, agency, account, push.body));
    // Also when the account whose address the app has was disconnected, and the others were not.
    if (channel->shares_pushes() && (answer.is_kept || !connection))
        for (const auto each : accounts.named_in(s, agency, channel->network(), push.body)) {
            const auto other = each == account ? nullptr : accounts.find(s, agency, each);
            if (!other || !channel->answer_push(*other, push, s.now()).is_kept) continue;
            if (const auto events = channel->read_push(*other, push.body); !events || events->empty())
                continue;
            kept.push_back(sealed_push(s, agency, each, push.body));
            answer = {.is_kept = true};
        }
    if (kept.empty()) return answer;
    s.database.write([&](db::Tx& tx) {
        for (const auto& each : kept)
            journal_push(tx, agency, each);
    });
    return answer;
}

Kept sealed_push(const Services& s, AgencyId agency, AccountId account, std::string_view body) {
    return {.id = s.ids.next<PushId>(),
            .account = account,
            .body_sealed = s.vault.seal(agency, push_place(account), body),
            .received_at = s.now()};
}

void journal_push(db::Tx& tx, AgencyId agency, const Kept& push) {
    store::insert_push(tx, agency, push);
    tx.signal(pushed);
}

int read_pushes(const Services& s, AgencyId agency, int most) {
    const auto waiting = s.database.read([&](db::Tx& tx) { return store::waiting_pushes(tx, agency, most); });
    struct Batch {
        Connected row;
        std::vector<Event> events;
        std::vector<PushId> read;
    };
    std::map<AccountId, Batch> batches;
    std::vector<std::pair<PushId, std::string>> stuck;
    for (const auto& push : waiting) {
        auto batch = batches.find(push.account);
        if (batch == batches.end()) {
            auto row =
                s.database.read([&](db::Tx& tx) { return store::find_connection(tx, agency, push.account); });
            if (!row) {
                stuck.emplace_back(push.id, "network.not_connected");
                continue;
            }
            batch = batches.emplace(push.account, Batch{std::move(*row), {}, {}}).first;
        }
        auto connection = opened(s.vault, agency, batch->second.row);
        auto events =
            connection
                ? events_in(s, agency, push, *connection)
                : base::Result<std::vector<Event>>(base::fail(base::Kind::broken, "network.unreadable"));
        if (!events) {
            stuck.emplace_back(push.id, events.error().code);
            continue;
        }
        std::ranges::move(*events, std::back_inserter(batch->second.events));
        batch->second.read.push_back(push.id);
    }
    // Handed on first: a stop in between reads the same pushes again, and their items are known then.
    for (const auto& [account, batch] : batches)
        take_in(s, agency, batch.row, batch.events);
    if (!waiting.empty())
        s.database.write([&](db::Tx& tx) {
            for (const auto& [account, batch] : batches) {
                for (const auto id : batch.read)
                    store::delete_push(tx, agency, id);
                if (!batch.read.empty()) note_heard(tx, agency, account);
            }
            for (const auto& [id, problem] : stuck)
                store::stick_push(tx, agency, id, problem);
        });
    return static_cast<int>(waiting.size());
}

} // namespace network
