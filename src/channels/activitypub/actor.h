// An actor of another server, read from its document.
#pragma once
#include "base/json.h"
#include "base/result.h"

#include <boost/describe.hpp>

namespace channels::activitypub {

struct Actor {
    std::string id;
    std::string inbox;
    std::optional<std::string> shared_inbox; ///< of its server, where one delivery serves all
    std::string handle;                      ///< "@budi@warga.example"
    std::string name;
    std::string key_id; ///< empty, as is the next, when it shows none
    std::string public_key;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (id, inbox, shared_inbox, handle, name, key_id, public_key))

/// `wanted_key` chooses among several keys. `network.unreadable` when it has no id, or no inbox.
[[nodiscard]] base::Result<Actor> read_actor(std::string_view body, std::string_view wanted_key = {});
/// Whose key a document is about: a key by itself, or an actor or the stub of one that shows it.
[[nodiscard]] std::string owner_of_key(std::string_view body, std::string_view wanted_key);

/// The id of a link that is given as text or as an object; empty otherwise.
[[nodiscard]] std::string id_in(const base::json::Value& value, std::string_view member);
/// All of them, where several are allowed.
[[nodiscard]] std::vector<std::string> ids_in(const base::json::Value& value, std::string_view member);
/// The first type; activities have one.
[[nodiscard]] std::string type_of(const base::json::Value& value);

} // namespace channels::activitypub
