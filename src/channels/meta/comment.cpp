#include "channels/meta/comment.h"

#include "network/json_reading.h"

namespace channels::meta {
namespace {

using base::json::Value;
using network::find_in;
using network::text_in;

std::string first_of(const Value& value, std::initializer_list<std::string_view> paths) {
    for (const auto path : paths)
        if (auto text = text_in(value, path); !text.empty()) return text;
    return {};
}

/// Who a right of the app does not let us see is somebody new at each comment.
void set_author(items::ItemIn& item, const Value& node, std::string_view of) {
    const std::string path(of);
    item.author.network_id = text_in(node, path.empty() ? "sender_id" : path + ".id");
    const auto username = path.empty() ? std::string() : text_in(node, path + ".username");
    const auto name = path.empty() ? text_in(node, "sender_name") : text_in(node, path + ".name");
    if (item.author.network_id.empty())
        item.author.network_id = username.empty() ? "unknown:" + item.network_id : username;
    if (!name.empty()) item.author.name = name;
    if (!username.empty()) item.author.handle = "@" + username;
}

void set_place(network::Event& event, const network::Connection& connection, std::string_view post,
               std::string_view parent) {
    auto& item = event.item;
    item.root = post.empty() ? item.network_id : std::string(post);
    if (!parent.empty() && parent != item.network_id) item.in_reply_to = std::string(parent);
    item.visibility = items::Visibility::public_;
    event.thread = "thread:" + *item.root;
    event.is_own = item.author.network_id == connection.own_id ||
                   (!connection.handle.empty() && item.author.handle == connection.handle);
}

items::Change change_of(std::string_view verb) {
    if (verb == "remove") return items::Change::remove;
    return verb == "edited" || verb == "edit" ? items::Change::update : items::Change::create;
}

bool is_said(const items::ItemIn& item) {
    return !item.network_id.empty() &&
           (!item.text.empty() || !item.media.empty() || item.type == items::Change::remove);
}

void add_picture(items::ItemIn& item, std::string url) {
    if (!url.empty() && item.media.size() < items::max_media) item.media.push_back({.url = std::move(url)});
}

/// The nodes inside one, as far as they came with it.
void add_inner(network::Page& page, const network::Connection& connection, const Value& node,
               std::string_view post) {
    for (const auto* edge : {"comments.data", "replies.data"})
        for (const auto* inner : network::each_in(node, edge)) {
            auto event = read_node(connection, *inner, post);
            if (event && !event->item.in_reply_to) event->item.in_reply_to = text_in(node, "id");
            if (event)
                page.events.push_back(std::move(*event));
            else
                ++page.unreadable;
            add_inner(page, connection, *inner, post);
        }
}

} // namespace

std::optional<base::Time> node_time(const Value& node, std::string_view path) {
    if (auto time = network::time_in(node, path)) return time;
    auto text = text_in(node, path);
    if (text.size() < 5 || text.ends_with('Z') || text[text.size() - 3] == ':') return std::nullopt;
    auto time = base::parse_time(text.insert(text.size() - 2, 1, ':'));
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<network::Event> read_page_change(const network::Connection& connection, const Change& change) {
    const Value& value = *change.value;
    const auto verb = text_in(value, "verb");
    const auto kind = text_in(value, "item");
    const bool is_mention = change.field == "mention";
    if (change.field != "feed" && !is_mention) return std::nullopt;
    // A reaction or a comment that was hidden is nobody's words.
    if (verb == "hide" || verb == "unhide" || kind == "reaction" || kind == "like") return std::nullopt;
    network::Event event;
    auto& item = event.item;
    const auto post = text_in(value, "post_id");
    const bool is_comment = kind == "comment" || !text_in(value, "comment_id").empty();
    item.network_id = is_comment ? text_in(value, "comment_id") : post;
    item.type = change_of(verb);
    item.text = text_in(value, "message");
    item.created_at = node_time(value, "created_time").value_or(change.at);
    set_author(item, value, is_mention ? "" : "from");
    if (auto link = text_in(value, "permalink_url"); !link.empty()) item.url = std::move(link);
    for (const auto* path : {"photo", "link"})
        if (kind == "photo" || std::string_view(path) == "photo") add_picture(item, text_in(value, path));
    set_place(event, connection, is_comment ? post : std::string(),
              is_comment ? first_of(value, {"parent_id", "post_id"}) : std::string());
    if (!is_said(item)) return std::nullopt;
    return event;
}

std::optional<network::Event> read_instagram_change(const network::Connection& connection,
                                                    const Change& change) {
    if (change.field != "comments" && change.field != "live_comments") return std::nullopt;
    const Value& value = *change.value;
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(value, "id");
    item.text = text_in(value, "text");
    item.created_at = change.at;
    set_author(item, value, "from");
    const auto media = text_in(value, "media.id");
    set_place(event, connection, media, first_of(value, {"parent_id", "media.id"}));
    if (!is_said(item)) return std::nullopt;
    return event;
}

std::optional<network::Event> read_node(const network::Connection& connection, const Value& node,
                                        std::string_view post) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(node, "id");
    auto created = node_time(node, "created_time");
    if (!created) created = node_time(node, "timestamp");
    if (item.network_id.empty() || !created) return std::nullopt;
    item.created_at = *created;
    item.text = first_of(node, {"message", "text", "caption"});
    set_author(item, node, "from");
    // Some lists give the name alone.
    if (auto username = text_in(node, "username"); !item.author.handle && !username.empty()) {
        if (item.author.network_id.starts_with("unknown:")) item.author.network_id = username;
        item.author.handle = "@" + username;
    }
    if (auto link = first_of(node, {"permalink_url", "permalink"}); !link.empty()) item.url = std::move(link);
    add_picture(item, first_of(node, {"attachment.media.image.src", "full_picture"}));
    auto parent = first_of(node, {"parent.id", "parent_id"});
    if (parent.empty()) parent = post;
    set_place(event, connection, post, parent);
    if (!is_said(item)) item.text.clear();
    return event;
}

base::Result<network::Page> read_nodes(const network::Connection& connection, const network::Walk& walk,
                                       std::string_view body, std::string_view post) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    if (!find_in(*read, "data")) return base::fail(base::Kind::broken, "network.unreadable", "no data");
    const auto mark = walk.mark.empty() ? base::Result<base::Time>(base::fail(base::Kind::invalid, ""))
                                        : base::parse_time(walk.mark);
    network::Page page;
    page.has_reached = false;
    for (const auto* node : network::each_in(*read, "data")) {
        auto event = read_node(connection, *node, post);
        if (!event) {
            ++page.unreadable;
            continue;
        }
        const auto at = event->item.created_at;
        // What was written at the mark's own second may have a neighbour that is not held yet.
        if (mark && at < *mark) page.has_reached = true;
        if (const auto iso = base::to_iso(at); iso > page.mark) page.mark = iso;
        const std::string root = *event->item.root;
        // A post without words and pictures still leads to its comments.
        if (!event->item.text.empty() || !event->item.media.empty()) page.events.push_back(std::move(*event));
        add_inner(page, connection, *node, root);
    }
    if (!text_in(*read, "paging.next").empty()) page.cursor = text_in(*read, "paging.cursors.after");
    if (page.has_reached) page.cursor.clear();
    if (page.cursor.empty()) page.has_reached = true;
    return page;
}

} // namespace channels::meta
