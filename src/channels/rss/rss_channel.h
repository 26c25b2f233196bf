// Feeds (RSS, Atom) as a network::Channel that is only listened to.
#pragma once
#include "network/channel.h"

namespace channels::rss {

inline constexpr std::string_view network_code = "rss";

[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::rss
