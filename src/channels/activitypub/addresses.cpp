#include "channels/activitypub/addresses.h"

#include "base/encode.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace channels::activitypub {

std::string host_of(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
    url.remove_prefix(url.find("://") + 3);
    const auto host = url.substr(0, url.find_first_of("/?#"));
    const bool is_plain = host.find_first_of("@ \t\r\n\\") == std::string_view::npos;
    return is_plain ? base::lower_ascii(host) : std::string();
}

bool is_same_host(std::string_view one, std::string_view other) {
    const auto host = host_of(one);
    return !host.empty() && host == host_of(other);
}

bool is_actor_name(std::string_view name) {
    return !name.empty() && name.size() <= 30 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string actor_id(std::string_view server, std::string_view name) {
    return fmt::format("{}/aktor/{}", server, name);
}

std::string key_id(std::string_view actor) {
    return fmt::format("{}#main-key", actor);
}

std::string inbox_of(std::string_view server, std::int64_t account) {
    return fmt::format("{}/kait/activitypub/{}", server, account);
}

std::string note_id(std::string_view actor, std::string_view key, std::size_t part, std::string_view root) {
    return fmt::format("{}/catatan/{}-{}/{}", actor, key, part + 1, base::to_base64url(root));
}

std::string post_id(std::string_view actor, std::string_view key) {
    return fmt::format("{}/catatan/{}", actor, key);
}

std::string picture_address(std::string_view actor, std::string_view key, std::size_t number) {
    return fmt::format("{}/gambar/{}/{}", actor, key, number);
}

std::int64_t message_of_key(std::int64_t agency, std::string_view key) {
    const std::string before = fmt::format("tanggap-{}-", agency);
    if (!key.starts_with(before)) return 0;
    key.remove_prefix(before.size());
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    return error == std::errc{} && end == key.data() + key.size() && number > 0 ? number : 0;
}

std::optional<std::string> root_of_note(std::string_view actor, std::string_view note) {
    if (actor.empty() || !note.starts_with(actor)) return std::nullopt;
    const std::string whole(note);
    note.remove_prefix(actor.size());
    if (!note.starts_with("/catatan/")) return std::nullopt;
    if (note.find('/', 9) == std::string_view::npos) return whole; // a post of our own
    auto root = base::from_base64url(note.substr(note.rfind('/') + 1));
    return root && base::is_utf8(*root) ? *root : std::string();
}

} // namespace channels::activitypub
