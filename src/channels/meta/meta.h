// The networks of one company behind one Graph API, each a network::Channel of its own over shared pieces.
// Contract mock, not verified against the vendor.
#pragma once
#include "network/channel.h"

namespace channels::meta {

[[nodiscard]] network::ChannelPtr make_facebook(); ///< of a Page
[[nodiscard]] network::ChannelPtr make_instagram();
[[nodiscard]] network::ChannelPtr make_whatsapp(); ///< Cloud API
[[nodiscard]] network::ChannelPtr make_threads();

} // namespace channels::meta
