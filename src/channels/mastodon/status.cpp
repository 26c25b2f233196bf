#include "channels/mastodon/status.h"

#include "base/text.h"
#include "channels/mastodon/api.h"
#include "network/html_text.h"
#include "network/json_reading.h"

namespace channels::mastodon {
namespace {

using network::text_in;

std::string words_of(const base::json::Value& status) {
    const std::string warning(base::trim(text_in(status, "spoiler_text")));
    std::string words = network::html_to_text(text_in(status, "content"), items::max_text);
    if (warning.empty()) return words;
    return std::string(base::first(warning + (words.empty() ? "" : "\n\n" + words), items::max_text));
}

/// Files with their descriptions; a file that was not fetched yet by the server has no address.
std::vector<items::MediaIn> media_of(const base::json::Value& status, std::string& descriptions) {
    std::vector<items::MediaIn> out;
    for (const auto* file : network::each_in(status, "media_attachments")) {
        auto url = text_in(*file, "url");
        if (url.empty()) url = text_in(*file, "remote_url");
        if (url.empty() || out.size() == items::max_media) continue;
        out.push_back({.sha256 = {}, .url = std::move(url)});
        if (auto alt = text_in(*file, "description"); !base::trim(alt).empty())
            descriptions += "\n[" + std::string(base::trim(alt)) + "]";
    }
    return out;
}

} // namespace

std::string handle_of(const network::Connection& connection, const base::json::Value& account) {
    auto acct = text_in(account, "acct");
    if (acct.empty()) acct = text_in(account, "username");
    if (acct.empty()) return {};
    if (acct.find('@') == std::string::npos) acct += "@" + domain_of(connection);
    return "@" + acct;
}

std::optional<network::Event> event_of(const network::Connection& connection, const base::json::Value& status,
                                       std::string_view root) {
    const auto id = checked_id(text_in(status, "id"));
    const auto* account = network::find_in(status, "account");
    const auto created = network::time_in(status, "created_at");
    if (id.empty() || !account || !created) return std::nullopt;
    const auto handle = handle_of(connection, *account);
    if (handle.empty()) return std::nullopt;

    network::Event event;
    items::ItemIn& item = event.item;
    item.network_id = id;
    const bool is_edited = !text_in(status, "edited_at").empty();
    item.type = is_edited ? items::Change::update : items::Change::create;
    item.author = {.network_id = base::lower_ascii(handle.substr(1)),
                   .name = text_in(*account, "display_name"),
                   .handle = handle};
    std::string descriptions;
    item.media = media_of(status, descriptions);
    item.text = base::first(base::trim(words_of(status) + descriptions), items::max_text);
    item.created_at = *created;
    item.visibility = visibility_from(text_in(status, "visibility"));
    auto url = text_in(status, "url");
    if (url.empty()) url = text_in(status, "uri");
    if (!url.empty()) item.url = std::move(url);
    if (auto parent = checked_id(text_in(status, "in_reply_to_id")); !parent.empty())
        item.in_reply_to = std::move(parent);
    if (!root.empty())
        item.root = std::string(root);
    else if (!item.in_reply_to)
        item.root = id;
    event.is_own = !connection.own_id.empty() && text_in(*account, "id") == connection.own_id;
    event.thread = thread_of(item.root.value_or(id));
    return event;
}

items::Visibility visibility_from(std::string_view code) {
    if (code == "public") return items::Visibility::public_;
    if (code == "unlisted") return items::Visibility::unlisted;
    if (code == "private") return items::Visibility::followers;
    return items::Visibility::private_; // "direct", and whatever is not known yet
}

std::string_view visibility_code(items::Visibility visibility) {
    switch (visibility) {
    case items::Visibility::public_: return "public";
    case items::Visibility::unlisted: return "unlisted";
    case items::Visibility::followers: return "private";
    case items::Visibility::private_: break;
    }
    return "direct";
}

std::string thread_of(std::string_view id) {
    return "thread:" + std::string(id);
}

std::string id_of_thread(std::string_view source) {
    constexpr std::string_view before = "thread:";
    return source.starts_with(before) ? checked_id(source.substr(before.size())) : std::string();
}

} // namespace channels::mastodon
