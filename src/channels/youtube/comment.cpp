#include "channels/youtube/comment.h"

#include "network/json_reading.h"

namespace channels::youtube {
namespace {

using base::json::Value;
using network::text_in;

void add(network::Page& page, const network::Connection& connection, const Value& comment) {
    if (auto event = read_comment(connection, comment))
        page.events.push_back(std::move(*event));
    else
        ++page.unreadable;
}

} // namespace

std::optional<network::Event> read_comment(const network::Connection& connection, const Value& comment) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(comment, "id");
    const auto published = network::time_in(comment, "snippet.publishedAt");
    if (item.network_id.empty() || !published) return std::nullopt;
    item.created_at = *published;
    item.author.network_id = text_in(comment, "snippet.authorChannelId.value");
    // A channel that was closed has no id any more.
    if (item.author.network_id.empty()) item.author.network_id = "unknown:" + item.network_id;
    if (auto name = text_in(comment, "snippet.authorDisplayName"); !name.empty()) {
        if (name.starts_with('@')) item.author.handle = name;
        item.author.name = std::move(name);
    }
    item.text = text_in(comment, "snippet.textOriginal");
    if (item.text.empty()) item.text = text_in(comment, "snippet.textDisplay");
    if (item.text.empty()) return std::nullopt;
    if (const auto updated = network::time_in(comment, "snippet.updatedAt"); updated && *updated > *published)
        item.type = items::Change::update;
    item.visibility = items::Visibility::public_;
    const auto parent = text_in(comment, "snippet.parentId");
    item.root = parent.empty() ? item.network_id : parent;
    if (!parent.empty()) item.in_reply_to = parent;
    if (const auto video = text_in(comment, "snippet.videoId"); !video.empty())
        item.url = "https://www.youtube.com/watch?v=" + video + "&lc=" + item.network_id;
    event.is_own = item.author.network_id == connection.own_id;
    event.thread = "thread:" + *item.root;
    return event;
}

base::Result<network::Page> read_threads(const network::Connection& connection, const network::Walk& walk,
                                         std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    if (!network::find_in(*read, "items"))
        return base::fail(base::Kind::broken, "network.unreadable", "no items");
    const auto mark = walk.mark.empty() ? base::Result<base::Time>(base::fail(base::Kind::invalid, ""))
                                        : base::parse_time(walk.mark);
    network::Page page;
    page.has_reached = false;
    for (const auto* thread : network::each_in(*read, "items")) {
        const auto* top = network::find_in(*thread, "snippet.topLevelComment");
        if (!top) {
            ++page.unreadable;
            continue;
        }
        add(page, connection, *top);
        if (const auto at = network::time_in(*top, "snippet.publishedAt")) {
            if (mark && *at < *mark) page.has_reached = true;
            if (const auto iso = base::to_iso(*at); iso > page.mark) page.mark = iso;
        }
        for (const auto* reply : network::each_in(*thread, "replies.comments"))
            add(page, connection, *reply);
    }
    if (!page.has_reached) page.cursor = text_in(*read, "nextPageToken");
    if (page.cursor.empty()) page.has_reached = true;
    return page;
}

base::Result<network::Page> read_replies(const network::Connection& connection, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    if (!network::find_in(*read, "items"))
        return base::fail(base::Kind::broken, "network.unreadable", "no items");
    network::Page page;
    for (const auto* comment : network::each_in(*read, "items"))
        add(page, connection, *comment);
    page.cursor = text_in(*read, "nextPageToken");
    page.has_reached = page.cursor.empty();
    return page;
}

} // namespace channels::youtube
