// A Status of Mastodon as an event.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

/// "@warga@mastodon.example", whole for people of the own server too. Empty without a name.
[[nodiscard]] std::string handle_of(const network::Connection& connection, const base::json::Value& account);

/// `root` empty: it stands for itself when it answers nothing, else its root is not known yet. An edited
/// status is an update: to who does not hold it, it is as good as new. Nullopt when it cannot be understood.
[[nodiscard]] std::optional<network::Event> event_of(const network::Connection& connection,
                                                     const base::json::Value& status, std::string_view root);

[[nodiscard]] items::Visibility visibility_from(std::string_view code);
[[nodiscard]] std::string_view visibility_code(items::Visibility visibility);

/// What a source in which a status stands is called: "thread:ID", and back; empty when it is none.
[[nodiscard]] std::string thread_of(std::string_view id);
[[nodiscard]] std::string id_of_thread(std::string_view source);

} // namespace channels::mastodon
