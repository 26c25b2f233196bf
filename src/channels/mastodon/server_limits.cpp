#include "channels/mastodon/server_limits.h"

#include "channels/mastodon/api.h"
#include "network/json_reading.h"

namespace channels::mastodon {
namespace {

struct Known {
    const char* fact;
    const char* path; ///< in an Instance (v2)
    std::int64_t usual;
    std::int64_t most; ///< beyond it is not believed
};
constexpr Known max_characters{"max_characters", "configuration.statuses.max_characters", 500, 1'000'000};
constexpr Known per_url{"per_url", "configuration.statuses.characters_reserved_per_url", 23, 500};
constexpr Known max_media{"max_media", "configuration.statuses.max_media_attachments", 4, 50};
constexpr Known image_bytes{"image_bytes", "configuration.media_attachments.image_size_limit", 16L << 20,
                            1L << 30};
constexpr Known alt{"alt", "configuration.media_attachments.description_limit", 1500, 100'000};

std::size_t fact(const network::Connection& connection, const Known& known) {
    const auto* found = connection.facts.if_contains(known.fact);
    const auto number = found ? network::number_in(*found, "") : std::nullopt;
    const bool is_sound = number && *number >= 1 && *number <= known.most;
    return static_cast<std::size_t>(is_sound ? *number : known.usual);
}

} // namespace

network::Request ask_server(const network::Connection& connection) {
    return ask(connection, "instance.get", "/api/v2/instance");
}

base::json::Object server_facts(const base::json::Value& instance) {
    base::json::Object out;
    for (const auto& known : {max_characters, per_url, max_media, image_bytes, alt})
        if (auto number = network::number_in(instance, known.path);
            number && *number >= 1 && *number <= known.most)
            out[known.fact] = *number;
    if (auto domain = host_of(network::text_in(instance, "domain")); !domain.empty()) out["domain"] = domain;
    const auto streaming = network::text_in(instance, "configuration.urls.streaming");
    if (streaming.starts_with("wss://") || streaming.starts_with("https://")) out["streaming"] = streaming;
    return out;
}

network::Limits limits_of(const network::Connection& connection) {
    return {.text = {.unit = network::TextUnit::characters,
                     .longest = fact(connection, max_characters),
                     .link_cost = fact(connection, per_url),
                     .only_local_part = true},
            .media = {.most = fact(connection, max_media),
                      .largest_bytes = fact(connection, image_bytes),
                      .longest_alt = fact(connection, alt)},
            .can_edit = true,
            .can_delete = true,
            .can_post = true,
            .as_of = "2026-07-01",
            .source = "docs.joinmastodon.org/entities/Instance"};
}

} // namespace channels::mastodon
