// What a server takes, as it states itself (entity Instance); what it does not say has Mastodon's own number.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

/// GET /api/v2/instance. Besides `Channel::ask_self`, which leaves room for one question only.
[[nodiscard]] network::Request ask_server(const network::Connection& connection);
/// Facts for the connection: "domain", "max_characters", "per_url", "max_media", "image_bytes", "alt", and
/// "streaming", the address for `stream_events.h`. Numbers that cannot be are left out.
[[nodiscard]] base::json::Object server_facts(const base::json::Value& instance);

[[nodiscard]] network::Limits limits_of(const network::Connection& connection);

} // namespace channels::mastodon
