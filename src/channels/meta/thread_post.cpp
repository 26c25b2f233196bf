#include "channels/meta/thread_post.h"

#include "base/text.h"
#include "channels/meta/comment.h"
#include "network/json_reading.h"

namespace channels::meta {

using network::text_in;

std::optional<network::Event> read_thread_post(const network::Connection& connection,
                                               const base::json::Value& node) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(node, "id");
    item.author.network_id = text_in(node, "username");
    const auto at = node_time(node, "timestamp");
    if (item.network_id.empty() || item.author.network_id.empty() || !at) return std::nullopt;
    item.author.handle = "@" + item.author.network_id;
    item.created_at = *at;
    item.text = text_in(node, "text");
    item.visibility = items::Visibility::public_;
    if (auto link = text_in(node, "permalink"); !link.empty()) item.url = std::move(link);
    if (auto to = text_in(node, "replied_to.id"); !to.empty()) item.in_reply_to = std::move(to);
    const auto root = text_in(node, "root_post.id");
    item.root = root.empty() ? item.network_id : root;
    const auto url = text_in(node, "media_url");
    if (text_in(node, "media_type") == "IMAGE" && !url.empty()) item.media.push_back({.url = url});
    event.is_own = item.author.handle == connection.handle;
    event.thread = "thread:" + *item.root;
    return event;
}

base::Result<network::Page> read_thread_posts(const network::Connection& connection,
                                              const network::Walk& walk, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    if (!network::find_in(*read, "data"))
        return base::fail(base::Kind::broken, "network.unreadable", "no data");
    const auto mark = walk.mark.empty() ? base::Result<base::Time>(base::fail(base::Kind::invalid, ""))
                                        : base::parse_time(walk.mark);
    network::Page page;
    page.has_reached = false;
    for (const auto* node : network::each_in(*read, "data")) {
        auto event = read_thread_post(connection, *node);
        if (!event) {
            ++page.unreadable;
            continue;
        }
        const auto at = event->item.created_at;
        if (mark && at < *mark) page.has_reached = true;
        if (const auto iso = base::to_iso(at); iso > page.mark) page.mark = iso;
        if (!event->item.text.empty() || !event->item.media.empty()) page.events.push_back(std::move(*event));
    }
    if (!page.has_reached && !text_in(*read, "paging.next").empty())
        page.cursor = text_in(*read, "paging.cursors.after");
    if (page.cursor.empty()) page.has_reached = true;
    return page;
}

namespace {

/// One app hears of all its accounts at one address. A reply says whose post it stands under, a mention names
/// whom it means.
bool is_for(const network::Connection& connection, std::string_view field, const base::json::Value& value) {
    if (field == "mentions") {
        const auto handle = base::lower_ascii(connection.handle);
        return handle.empty() || base::lower_ascii(text_in(value, "text")).find(handle) != std::string::npos;
    }
    const auto owner = text_in(value, "root_post.owner_id");
    return owner.empty() || connection.own_id.empty() || owner == connection.own_id;
}

} // namespace

base::Result<std::vector<network::Event>> read_thread_push(const network::Connection& connection,
                                                           std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    std::vector<network::Event> out;
    for (const auto* values : network::each_in(*read, "values")) {
        const auto field = text_in(*values, "field");
        const auto* value = network::find_in(*values, "value");
        if (!value || (field != "replies" && field != "mentions") || !is_for(connection, field, *value))
            continue;
        auto event = read_thread_post(connection, *value);
        if (event && !event->item.text.empty()) out.push_back(std::move(*event));
    }
    return out;
}

} // namespace channels::meta
