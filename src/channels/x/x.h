// X (API v2), as a network::Channel. Facts: its developer documents and openapi.json 2.167 of August 2026.
#pragma once
#include "network/channel.h"

namespace channels::x {

/// For everybody's account: an answer is taken only where its author mentioned or quoted us.
[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::x
