// The connector of Mastodon and of servers that speak its client API.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::mastodon
