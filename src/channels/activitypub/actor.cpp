#include "channels/activitypub/actor.h"

#include "base/text.h"
#include "channels/activitypub/addresses.h"
#include "network/json_reading.h"

#include <fmt/format.h>

namespace channels::activitypub {

using network::each_in;
using network::text_in;

std::vector<std::string> ids_in(const base::json::Value& value, std::string_view member) {
    std::vector<std::string> out;
    for (const auto* each : each_in(value, member)) {
        auto id = each->is_string() ? std::string(each->get_string()) : text_in(*each, "id");
        if (!id.empty()) out.push_back(std::move(id));
    }
    return out;
}

std::string id_in(const base::json::Value& value, std::string_view member) {
    auto all = ids_in(value, member);
    return all.empty() ? std::string() : std::move(all.front());
}

std::string type_of(const base::json::Value& value) {
    for (const auto* each : each_in(value, "type"))
        if (each->is_string()) return std::string(each->get_string());
    return {};
}

base::Result<Actor> read_actor(std::string_view body, std::string_view wanted_key) {
    auto json = network::read_json(body);
    if (!json) return base::pass(json);
    Actor out{.id = text_in(*json, "id"),
              .inbox = id_in(*json, "inbox"),
              .shared_inbox = {},
              .handle = {},
              .name = std::string(base::first(text_in(*json, "name"), 200)),
              .key_id = {},
              .public_key = {}};
    if (host_of(out.id).empty() || host_of(out.inbox).empty())
        return base::fail(base::Kind::broken, "network.unreadable", "an actor without id or inbox");
    if (auto shared = text_in(*json, "endpoints.sharedInbox"); is_same_host(shared, out.id))
        out.shared_inbox = std::move(shared);
    if (const auto name = text_in(*json, "preferredUsername"); !name.empty())
        out.handle = fmt::format("@{}@{}", base::first(name, 100), host_of(out.id));
    for (const auto* key : each_in(*json, "publicKey")) {
        const auto id = text_in(*key, "id");
        const auto owner = id_in(*key, "owner");
        if (id.empty() || (!wanted_key.empty() && id != wanted_key)) continue;
        if (!owner.empty() && owner != out.id) continue;
        out.key_id = id;
        out.public_key = text_in(*key, "publicKeyPem");
        break;
    }
    return out;
}

std::string owner_of_key(std::string_view body, std::string_view wanted_key) {
    auto json = network::read_json(body);
    if (!json) return {};
    if (text_in(*json, "id") == wanted_key && !text_in(*json, "publicKeyPem").empty())
        return id_in(*json, "owner");
    for (const auto* key : each_in(*json, "publicKey"))
        if (text_in(*key, "id") == wanted_key) {
            auto owner = id_in(*key, "owner");
            return owner.empty() ? text_in(*json, "id") : owner;
        }
    return {};
}

} // namespace channels::activitypub
