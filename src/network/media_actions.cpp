#include "network/media_actions.h"

#include "db/database.h"
#include "network/connection_actions.h"

namespace network {
namespace {

bool may_come_later(const Answer& answer) {
    if (!answer.response) return true;
    const int status = answer.response->status;
    return status >= 500 || status == 429 || status == 408 || status == 401;
}

} // namespace

base::Result<std::optional<std::string>> fetch_media(const Services& s, base::AgencyId agency,
                                                     agency::AccountId account, const std::string& url) {
    const auto nothing = std::optional<std::string>();
    const auto* channel = s.channel_of(agency, account);
    auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account); });
    if (!channel || !row) return nothing;
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return base::pass(connection);
    auto answer = s.carrier.exchange(channel->ask_media(*connection, url));
    if (answer.response && answer.response->status == 200)
        if (auto further = channel->read_media(*connection, *answer.response))
            answer = s.carrier.exchange(*further);
    if (may_come_later(answer)) return base::fail(base::Kind::unavailable, "network.unreachable");
    // An answer larger than is read comes without its body.
    if (answer.response->status != 200 || answer.response->body.empty()) return nothing;
    auto bytes = channel->media_bytes(*connection, url, std::move(*answer.response));
    if (!bytes) return nothing;
    return std::optional(std::move(*bytes));
}

} // namespace network
