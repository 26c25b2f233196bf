// The addresses of our actors and what stands in addresses of others. Addresses are http or https; whatever
// is not gives something empty.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace channels::activitypub {

inline constexpr std::string_view network_code = "activitypub";
inline constexpr std::string_view public_address = "https://www.w3.org/ns/activitystreams#Public";

/// "warga.example:8443" of "https://warga.example:8443/users/budi", lower case.
[[nodiscard]] std::string host_of(std::string_view url);
/// Both have a host, and it is the same.
[[nodiscard]] bool is_same_host(std::string_view one, std::string_view other);

/// 1 to 30 of a-z, 0-9, "_".
[[nodiscard]] bool is_actor_name(std::string_view name);
/// "https://lapor.contoh.go.id/aktor/posko"
[[nodiscard]] std::string actor_id(std::string_view server, std::string_view name);
[[nodiscard]] std::string key_id(std::string_view actor);
[[nodiscard]] std::string inbox_of(std::string_view server, std::int64_t account);

/// The same for every attempt. It holds the root of the thread, so that an answer to it is known to belong
/// there also when the other server keeps no conversations.
[[nodiscard]] std::string note_id(std::string_view actor, std::string_view key, std::size_t part,
                                  std::string_view root);
/// Of a post of the actor's own; it opens a thread and is its root.
[[nodiscard]] std::string post_id(std::string_view actor, std::string_view key);
/// Where anybody sees the picture of a post, counted from 1.
[[nodiscard]] std::string picture_address(std::string_view actor, std::string_view key, std::size_t number);
/// The number in a key that outgoing made for this agency: "tanggap-1-123"; 0 when it is none.
[[nodiscard]] std::int64_t message_of_key(std::int64_t agency, std::string_view key);
/// Empty when the note is none of the actor's.
[[nodiscard]] std::optional<std::string> root_of_note(std::string_view actor, std::string_view note);

} // namespace channels::activitypub
