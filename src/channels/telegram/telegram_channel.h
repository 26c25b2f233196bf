// The connector of Telegram's Bot API.
#pragma once
#include "network/channel.h"

namespace channels::telegram {

[[nodiscard]] network::ChannelPtr make_channel();

} // namespace channels::telegram
