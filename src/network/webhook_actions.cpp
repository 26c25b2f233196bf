#include "network/webhook_actions.h"

#include "base/encode.h"
#include "db/database.h"
#include "network/connection_actions.h"
#include "network/connection_store.h"
#include "network/webhook.h"

#include <algorithm>

namespace network {
namespace {

bool is_passing(Verdict verdict) {
    return verdict == Verdict::unavailable || verdict == Verdict::limited || verdict == Verdict::unknown;
}

struct Told {
    std::string refused; ///< why the network does not push: its own code, or that it forgot what it said
    bool is_passing = false;
};
Told tell(const Services& s, const Channel& channel, const SetsWebhook& at, const Connection& connection,
          const std::string& address) {
    const auto told = channel.judge_reading(s.carrier.exchange(at.set_webhook(connection, address)));
    if (told.verdict != Verdict::ok)
        return {.refused = told.code.empty() ? "refused" : told.code, .is_passing = is_passing(told.verdict)};
    const auto request = at.ask_webhook(connection);
    if (!request) return {};
    const auto answer = s.carrier.exchange(*request);
    const auto read = channel.judge_reading(answer);
    // Who cannot be asked back is believed: silence is found out later (silence.h).
    if (read.verdict != Verdict::ok || !answer.response) return {};
    return {.refused = at.is_webhook_set(connection, *answer.response) ? "" : "not_subscribed"};
}

bool proves_by_our_secret(const Channel& channel) {
    return std::ranges::any_of(channel.fields(),
                               [](const Field& field) { return field.name == webhook_secret; });
}

} // namespace

void tell_where_to_push(const Services& s, const Channel& channel, Connection& connection,
                        const std::string& address) {
    const auto* at = sets_webhook(&channel);
    if (!at) return;
    if (proves_by_our_secret(channel) && connection.secret(webhook_secret).empty())
        connection.secrets[std::string(webhook_secret)] = base::to_base64url(s.random(32));
    const auto told = tell(s, channel, *at, connection, address);
    if (told.refused.empty()) {
        connection.facts[webhook_fact] = address;
        connection.facts.erase(webhook_refused_fact);
        return;
    }
    // Told before, it may push all the same, and is told again another day.
    if (told.is_passing && connection.facts.contains(webhook_fact) && !at->keeps_from_asking()) return;
    if (at->keeps_from_asking()) (void)s.carrier.exchange(at->drop_webhook(connection));
    connection.facts.erase(webhook_fact);
    connection.facts[webhook_refused_fact] = told.refused;
}

void drop_webhook(const Services& s, base::AgencyId agency, const agency::Account& account) {
    const Channel* channel = s.channels.of(account.network);
    const auto* at = sets_webhook(channel);
    const auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account.id); });
    if (!at || !row || row->secrets_sealed.empty()) return;
    const auto connection = opened(s.vault, agency, *row);
    if (connection && connection->facts.contains(webhook_fact))
        (void)s.carrier.exchange(at->drop_webhook(*connection));
}

void mend_webhook(const Services& s, base::AgencyId agency, agency::AccountId account) {
    const Channel* channel = s.channel_of(agency, account);
    auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account); });
    if (!channel || !row || row->state != ConnectionState::connected) return;
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return;
    const auto* address = connection->facts.if_contains(webhook_fact);
    if (!address || !address->is_string()) return;
    tell_where_to_push(s, *channel, *connection, std::string(address->get_string()));
    row->facts = boost::json::serialize(connection->facts);
    s.database.write([&](db::Tx& tx) { (void)store::update_connection(tx, agency, *row); });
}

} // namespace network
