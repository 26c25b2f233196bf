// Pushes of the X Activity API: a challenge to be answered, a signature over the raw bytes, an envelope
// {"data":{"event_type","payload","includes"}}.
#pragma once
#include "network/channel.h"

namespace channels::x {

[[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                              const network::Push& push);
/// Mentions, replies and quotes; other events, messages among them, are passed over.
[[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                  std::string_view body);

} // namespace channels::x
