#include "network/stream_actions.h"

#include "db/database.h"
#include "network/connection_actions.h"
#include "network/look_plan.h"
#include "network/stream_store.h"
#include "network/streaming.h"

namespace network {

using agency::AccountId;
using base::AgencyId;

std::vector<Streamed> streamed(const Services& s, AgencyId agency) {
    std::vector<Streamed> out;
    for (auto& row : s.database.read([&](db::Tx& tx) { return connections(tx, agency); })) {
        if (row.state != ConnectionState::connected || row.secrets_sealed.empty()) continue;
        const auto* channel = s.channel_of(agency, row.account);
        if (streaming(channel)) out.push_back({row.account, std::move(row.secrets_sealed)});
    }
    return out;
}

std::optional<Request> take_stream(const Services& s, AgencyId agency, AccountId account,
                                   const std::string& holder) {
    const auto* stream = streaming(s.channel_of(agency, account));
    const auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account); });
    if (!stream || !row) return std::nullopt;
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return std::nullopt;
    auto request = stream->ask_stream(*connection);
    const auto now = s.now();
    if (!s.database.write([&](db::Tx& tx) {
            return store::take_stream(tx, agency, account, holder, now, now + stream_lease);
        }))
        return std::nullopt;
    return request;
}

bool hold_stream(const Services& s, AgencyId agency, AccountId account, const std::string& holder,
                 std::optional<base::Time> opened_at) {
    const auto until = s.now() + stream_lease;
    return s.database.write(
        [&](db::Tx& tx) { return store::renew_stream(tx, agency, account, holder, until, opened_at); });
}

void drop_stream(const Services& s, AgencyId agency, AccountId account, const std::string& holder) {
    s.database.write([&](db::Tx& tx) { store::drop_stream(tx, agency, account, holder); });
}

bool look_soon(const Services& s, AgencyId agency, AccountId account) {
    const auto now = s.now();
    return s.database.write(
               [&](db::Tx& tx) { return store::look_now(tx, agency, account, now, now + often); }) > 0;
}

std::optional<base::Time> streams_since(db::Tx& tx, AgencyId agency, AccountId account, base::Time now) {
    return store::stream_opened(tx, agency, account, now);
}

} // namespace network
