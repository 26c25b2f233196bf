// Bluesky and other servers of the AT protocol, as a network::Channel. Facts of the protocol: its lexicons
// com.atproto.* and app.bsky.* (https://atproto.com/specs/xrpc).
#pragma once
#include "network/channel.h"

namespace channels::bluesky {

[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::bluesky
