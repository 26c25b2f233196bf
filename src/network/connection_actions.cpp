#include "network/connection_actions.h"

#include "db/database.h"
#include "events/event_actions.h"
#include "network/connection_store.h"
#include "network/imap_exchange.h"
#include "network/server_address.h"
#include "network/sign_in.h"
#include "network/silence.h"
#include "network/source_store.h"
#include "network/webhook_actions.h"
#include "people/vault.h"

#include <algorithm>
#include <tuple>

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;

constexpr std::string_view renewing = "refresh_token";
constexpr std::chrono::minutes shortest_life{5};
constexpr std::chrono::hours longest_life{24L * 365};
constexpr std::chrono::minutes refresh_lease{2};
constexpr std::chrono::minutes refresh_again{2};
constexpr std::chrono::minutes broken_again{15};
constexpr std::chrono::minutes longest_send_wait{5};

std::string place_of(AccountId account) {
    return "connections.secrets|" + base::to_string(account);
}

std::string sealed(const people::Vault& vault, AgencyId agency, AccountId account,
                   const std::map<std::string, std::string, std::less<>>& secrets) {
    base::json::Object object;
    for (const auto& [name, value] : secrets)
        object[name] = value;
    return vault.seal(agency, place_of(account), boost::json::serialize(object));
}

void note(db::Tx& tx, base::IdSource& ids, AgencyId agency, AccountId account, std::string_view kind,
          std::optional<staff::StaffId> by, Time now, base::json::Object data) {
    events::append(tx, ids, agency,
                   {.subject_kind = "account",
                    .subject = account.value,
                    .kind = std::string(kind),
                    .at = now,
                    .actor_kind = by && *by ? "staff" : "system",
                    .actor = by && *by ? std::optional(by->value) : std::nullopt,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
}

/// A refusal in words that an administrator can act on.
base::Problem problem_of(const Judgement& judgement) {
    base::Problem out{
        .kind = base::Kind::unavailable, .code = "network.unreachable", .detail = judgement.code};
    switch (judgement.verdict) {
    case Verdict::expired:
    case Verdict::revoked:
        out = {.kind = base::Kind::invalid, .code = "network.token_refused", .detail = judgement.code};
        break;
    case Verdict::forbidden:
        out = {.kind = base::Kind::invalid, .code = "network.rights_missing", .detail = judgement.code};
        break;
    case Verdict::limited: out.code = "network.limited"; break;
    case Verdict::rejected:
    case Verdict::gone:
        out = {.kind = base::Kind::invalid, .code = "network.refused", .detail = judgement.code};
        break;
    default: break;
    }
    if (judgement.code == no_starttls)
        out = {.kind = base::Kind::invalid, .code = "network.no_starttls", .detail = judgement.code};
    return out;
}

/// What the network said to a question that is not about a draft.
base::Result<Response> asked(const Services& s, const Channel& channel, const Request& request) {
    const Answer answer = s.carrier.exchange(request);
    const auto judgement = channel.judge_reading(answer);
    if (judgement.verdict != Verdict::ok || !answer.response) return std::unexpected(problem_of(judgement));
    return *answer.response;
}

bool is_refused(Verdict verdict) {
    return verdict == Verdict::revoked || verdict == Verdict::expired || verdict == Verdict::rejected ||
           verdict == Verdict::forbidden;
}

void merge(Connection& connection, const std::map<std::string, std::string, std::less<>>& secrets) {
    for (const auto& [name, value] : secrets)
        if (!value.empty()) connection.secrets[name] = value;
}

/// When a token runs out, as far as that can be believed, and when it is renewed: at half of its life.
void set_life(Connected& row, std::optional<Time> expires_at, Time now) {
    row.expires_at.reset();
    row.refresh_at.reset();
    if (!expires_at) return;
    row.expires_at = std::clamp<Time>(*expires_at, now + shortest_life, now + longest_life);
    row.refresh_at = now + (*row.expires_at - now) / 2;
}

base::Result<void> renew(const Services& s, const Channel& channel, const NewConnection& wanted,
                         Connection& connection, Connected& row) {
    const auto request = channel.refresh(connection);
    if (!request) return {};
    const auto* at = signs_in(&channel);
    if (const auto young = at ? at->youngest_renewal() : std::chrono::seconds{0}; young.count() > 0) {
        set_life(row, wanted.expires_at, s.now());
        row.refresh_at = std::max(row.refresh_at.value_or(s.now()), s.now() + young);
        return {};
    }
    auto response = asked(s, channel, *request);
    if (!response) return base::pass(response);
    auto tokens = channel.read_tokens(*response, s.now());
    if (!tokens) return base::pass(tokens);
    merge(connection, tokens->secrets);
    set_life(row, tokens->expires_at, s.now());
    return {};
}

/// Renews the token, or asks for whom it speaks where none runs out. What came back is in the connection.
std::pair<Judgement, bool> ask_whether_it_lives(const Services& s, const Channel& channel,
                                                Connection& connection, Connected& row) {
    const auto renewal = channel.refresh(connection);
    const Answer answer = s.carrier.exchange(renewal ? *renewal : channel.ask_self(connection));
    const auto judgement = channel.judge_reading(answer);
    const bool is_ok = judgement.verdict == Verdict::ok && answer.response;
    row.refresh_at.reset();
    if (!renewal) return {judgement, is_ok};
    auto tokens = answer.response
                      ? channel.read_tokens(*answer.response, s.now())
                      : base::Result<Tokens>(base::fail(base::Kind::unavailable, "network.unreachable"));
    if (!tokens) return {judgement, false};
    // What a refusal says is believed in one thing alone: that the renewing token is spent.
    for (const auto& [name, value] : tokens->secrets)
        if (is_ok ? !value.empty() || name == renewing : value.empty() && name == renewing)
            connection.secrets[name] = value;
    if (is_ok) set_life(row, tokens->expires_at, s.now());
    return {judgement, is_ok};
}

/// Another account speaks for the same one already: everything would come, and be answered, twice.
bool is_taken(const Services& s, AgencyId agency, const agency::Account& account, const std::string& server,
              const std::string& own_id) {
    const auto all = s.database.read([&](db::Tx& tx) { return store::connections(tx, agency); });
    return std::ranges::any_of(all, [&](const Connected& other) {
        return other.account != account.id && !other.secrets_sealed.empty() && other.own_id == own_id &&
               other.server == server && s.network_of(agency, other.account) == account.network;
    });
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

} // namespace

base::Result<Connection> opened(const people::Vault& vault, AgencyId agency, const Connected& row) {
    auto text = vault.open(agency, place_of(row.account), row.secrets_sealed);
    if (!text) return base::pass(text);
    auto secrets = base::json::parse(*text);
    auto facts = base::json::parse(row.facts);
    if (!secrets || !secrets->is_object() || !facts || !facts->is_object())
        return base::fail(base::Kind::broken, "network.unreadable", "a row of connections");
    Connection out{
        .server = row.server, .own_id = row.own_id, .handle = row.handle, .facts = facts->get_object()};
    for (const auto& [name, value] : secrets->get_object())
        if (value.is_string()) out.secrets[std::string(name)] = std::string(value.get_string());
    return out;
}

std::optional<Connected> connection_of(db::Tx& tx, AgencyId agency, AccountId account) {
    return store::find_connection(tx, agency, account);
}

std::vector<Connected> connections(db::Tx& tx, AgencyId agency) {
    return store::connections(tx, agency);
}

base::Result<Connected> connect(const Services& s, AgencyId agency, const agency::Account& account,
                                const NewConnection& wanted, staff::StaffId by) {
    const Channel* channel = s.channels.of(account.network);
    if (!channel) return base::fail(base::Kind::unsupported, "network.unknown", account.network);
    for (const auto& field : channel->fields())
        if (const auto given = wanted.secrets.find(field.name);
            !field.options.empty() && given != wanted.secrets.end() && !given->second.empty() &&
            std::ranges::find(field.options, given->second) == field.options.end())
            return base::fail_field(field.name);
    const auto before = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account.id); });
    Connected row = before.value_or(Connected{.account = account.id, .facts = "{}", .connected_at = s.now()});
    Connection connection;
    if (before)
        if (auto old = opened(s.vault, agency, *before)) connection = std::move(*old);
    if (!wanted.server.empty()) connection.server = wanted.server;
    if (connection.server.empty()) connection.server = s.server_of(account.network);
    connection.server = without_slash(std::move(connection.server));
    merge(connection, wanted.secrets);
    merge(connection, channel->made_secrets(connection));
    // Where tokens run out, the first is made of what the person gave, and so proves it.
    if (auto renewed = renew(s, *channel, wanted, connection, row); !renewed) return base::pass(renewed);
    auto response = asked(s, *channel, channel->ask_self(connection));
    if (!response) return base::pass(response);
    auto self = channel->read_self(connection, *response);
    if (!self) return base::pass(self);
    if (!self->missing.empty()) return base::fail_field(joined(self->missing), "network.rights_missing");
    if (before && !before->own_id.empty() && before->own_id != self->own_id)
        return base::fail(base::Kind::conflict, "network.other_account");
    if (is_taken(s, agency, account, connection.server, self->own_id))
        return base::fail(base::Kind::conflict, "network.connected_already");
    for (const auto& [name, value] : self->facts)
        connection.facts[name] = value;
    connection.own_id = self->own_id;
    if (!wanted.push_to.empty()) tell_where_to_push(s, *channel, connection, wanted.push_to);
    row.server = connection.server;
    row.own_id = self->own_id;
    row.handle = self->handle;
    row.secrets_sealed = sealed(s.vault, agency, account.id, connection.secrets);
    row.facts = with_unheard_since(boost::json::serialize(connection.facts), std::nullopt);
    row.state = ConnectionState::connected;
    row.problem.reset();
    row.checked_at = s.now();
    row.send_failures = 0;
    row.send_from = s.now();
    row.version += 1;
    const auto sources = channel->sources(connection);
    s.database.write([&](db::Tx& tx) {
        store::put_connection(tx, agency, row);
        for (const auto& source : sources)
            store::add_source(tx, agency,
                              {.account = account.id,
                               .name = source.name,
                               .newest_first = source.order == Order::newest_first,
                               .look_at = s.now()});
        store::look_at_all(tx, agency, account.id, s.now());
        note(tx, s.ids, agency, account.id, "account.connected", by, s.now(), {{"handle", row.handle}});
    });
    return row;
}

base::Result<void> disconnect(db::Tx& tx, base::IdSource& ids, AgencyId agency, AccountId account,
                              staff::StaffId by, Time now) {
    auto row = store::find_connection(tx, agency, account);
    if (!row) return base::fail(base::Kind::not_found, "network.not_connected");
    row->secrets_sealed.clear();
    row->state = ConnectionState::off;
    row->problem = "network.disconnected";
    row->refresh_at.reset();
    if (!store::update_connection(tx, agency, *row))
        return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    note(tx, ids, agency, account, "account.disconnected", by, now, {});
    return {};
}

base::Result<void> set_paused(db::Tx& tx, base::IdSource& ids, AgencyId agency, AccountId account,
                              bool paused, staff::StaffId by, Time now) {
    auto row = store::find_connection(tx, agency, account);
    if (!row || row->secrets_sealed.empty())
        return base::fail(base::Kind::not_found, "network.not_connected");
    row->state = paused ? ConnectionState::off : ConnectionState::connected;
    row->problem = paused ? std::optional<std::string>("network.paused") : std::nullopt;
    if (!store::update_connection(tx, agency, *row))
        return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    if (!paused) store::look_at_all(tx, agency, account, now);
    note(tx, ids, agency, account, paused ? "account.paused" : "account.resumed", by, now, {});
    return {};
}

void refresh(const Services& s, AgencyId agency, AccountId account) {
    const auto begun = s.database.write([&](db::Tx& tx) {
        return store::begin_refresh(tx, agency, account, s.now(), s.now() + refresh_lease);
    });
    if (!begun) return;
    auto row = s.database.read([&](db::Tx& tx) { return store::find_connection(tx, agency, account); });
    const Channel* channel = s.channel_of(agency, account);
    if (!row || !channel || row->state == ConnectionState::off) return;
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return;
    const bool was_broken = row->state == ConnectionState::broken;
    const bool had_renewal = !connection->secret(renewing).empty();
    auto [judgement, lives] = ask_whether_it_lives(s, *channel, *connection, *row);
    // A renewal that was refused for good shows another way: a new sign-in with what the person gave.
    if (!lives && had_renewal && connection->secret(renewing).empty())
        std::tie(judgement, lives) = ask_whether_it_lives(s, *channel, *connection, *row);
    if (lives) row->secrets_sealed = sealed(s.vault, agency, account, connection->secrets);
    if (lives) {
        row->state = ConnectionState::connected;
        row->problem.reset();
        row->checked_at = s.now();
    } else {
        row->refresh_at = judgement.again_at.value_or(s.now() + refresh_again);
        if (is_refused(judgement.verdict)) {
            row->state = ConnectionState::broken;
            row->problem = "network.token_refused";
            row->refresh_at = s.now() + broken_again;
        }
    }
    s.database.write([&](db::Tx& tx) {
        if (!store::update_connection(tx, agency, *row)) return;
        const bool is_broken = row->state == ConnectionState::broken;
        if (is_broken && !was_broken)
            note(tx, s.ids, agency, account, "account.broken", std::nullopt, s.now(),
                 {{"problem", *row->problem}});
        if (was_broken && !is_broken) {
            store::look_at_all(tx, agency, account, s.now());
            note(tx, s.ids, agency, account, "account.mended", std::nullopt, s.now(), {});
        }
    });
    // Networks forget to whom they push, after an hour in which nobody answered them.
    if (lives && is_silent(row->facts, s.now())) mend_webhook(s, agency, account);
}

void refresh_due(const Services& s, AgencyId agency) {
    const auto due = s.database.read([&](db::Tx& tx) { return store::due_for_refresh(tx, agency, s.now()); });
    for (const auto account : due)
        refresh(s, agency, account);
}

void note_sending(db::Tx& tx, AgencyId agency, AccountId account, bool went_out, Time now) {
    auto row = store::find_connection(tx, agency, account);
    if (!row || (went_out && row->send_failures == 0)) return;
    row->send_failures = went_out ? 0 : std::min(row->send_failures + 1, 20);
    const auto wait = std::min<base::Duration>(
        std::chrono::seconds(1) * (1LL << std::min(row->send_failures, 9)), longest_send_wait);
    row->send_from = went_out ? now : now + wait;
    (void)store::update_connection(tx, agency, *row);
}

void note_usage(const Services& s, AgencyId agency, AccountId account, const Channel& channel,
                const Request& request, const Answer& answer, const Judgement& judgement) {
    const auto usage =
        answer.response ? channel.usage(request, *answer.response, s.now()) : std::vector<Usage>{};
    const auto changed = budgets_after(account, usage, request.name, judgement, s.now());
    if (changed.empty()) return;
    s.database.write([&](db::Tx& tx) {
        for (const auto& budget : changed)
            store::put_budget(tx, agency, budget);
    });
}

std::optional<Time> must_wait(db::Tx& tx, AgencyId agency, AccountId account, const std::string& request,
                              Purpose purpose, Time now) {
    return wait_until(store::budgets(tx, agency, account), request, purpose, now);
}

} // namespace network
