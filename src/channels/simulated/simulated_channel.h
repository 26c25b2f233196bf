// The connector of the simulated network.
#pragma once
#include "network/channel.h"

namespace channels::simulated {

inline constexpr std::string_view network_code = "simulated";

/// Secrets of a connection: "token" is "account:generation", "kind" is "patient" or "hasty".
[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::simulated
