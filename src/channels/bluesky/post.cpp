#include "channels/bluesky/post.h"

#include "base/text.h"
#include "channels/bluesky/facets.h"
#include "network/form.h"
#include "network/json_reading.h"

namespace channels::bluesky {
namespace {

using base::json::Value;
using network::find_in;
using network::text_in;

constexpr std::string_view post_collection = "app.bsky.feed.post";

/// The writer's clock, unless it is ahead of the server's or says nonsense.
base::Time written_at(const Value& record, base::Time indexed) {
    constexpr base::Time earliest = std::chrono::sys_days{std::chrono::year{2022} / 1 / 1};
    auto created = network::time_in(record, "createdAt");
    return created && *created >= earliest && *created < indexed ? *created : indexed;
}

/// The writer's own server is not known here, so that the network's image server is asked; where the
/// account's server stands alone ("image_server" kept empty), it gives the bytes itself.
std::string picture_url(const network::Connection& connection, const std::string& did,
                        const std::string& cid) {
    std::string images = "https://cdn.bsky.app/img/feed_fullsize/plain";
    if (const auto* own = connection.facts.if_contains("image_server"); own && own->is_string())
        images = own->get_string();
    if (images.empty())
        return connection.server + "/xrpc/com.atproto.sync.getBlob?" +
               network::query_of({{"did", did}, {"cid", cid}});
    return images + "/" + did + "/" + cid + "@jpeg";
}

void add_pictures(items::ItemIn& item, const network::Connection& connection, const Value& record) {
    // With a quote, the pictures stand one level deeper (recordWithMedia).
    for (const std::string_view path : {"embed.images", "embed.media.images"})
        for (const auto* each : network::each_in(record, path)) {
            const auto cid = text_in(*each, "image.ref.$link");
            if (!cid.empty() && item.media.size() < items::max_media)
                item.media.push_back({.url = picture_url(connection, item.author.network_id, cid)});
        }
}

/// Empty when it is no post that can be understood. `view` has uri, cid, author, record, indexedAt.
std::optional<network::Event> read_post(const network::Connection& connection, const Value& view) {
    const auto uri = text_in(view, "uri");
    const auto parts = parse_uri(uri);
    const auto did = text_in(view, "author.did");
    const auto* record = find_in(view, "record");
    const auto indexed = network::time_in(view, "indexedAt");
    if (!parts || parts->collection != post_collection || did.empty() || !record || !record->is_object() ||
        !indexed)
        return std::nullopt;
    network::Event event;
    auto& item = event.item;
    item.network_id = uri;
    item.author.network_id = did;
    if (auto name = text_in(view, "author.displayName"); !name.empty()) item.author.name = std::move(name);
    // A handle that no longer points back to its owner is shown as handle.invalid.
    if (auto handle = text_in(view, "author.handle"); !handle.empty() && handle != "handle.invalid")
        item.author.handle = "@" + handle;
    item.text = text_with_links(*record);
    item.created_at = written_at(*record, *indexed);
    item.visibility = items::Visibility::public_;
    item.url = page_of(*parts);
    if (auto parent = text_in(*record, "reply.parent.uri"); !parent.empty())
        item.in_reply_to = std::move(parent);
    const auto root = text_in(*record, "reply.root.uri");
    item.root = root.empty() ? uri : root;
    add_pictures(item, connection, *record);
    event.is_own = did == connection.own_id;
    event.thread = "thread:" + *item.root;
    return event;
}

bool is_asked_for(std::string_view reason) {
    return reason == "mention" || reason == "reply" || reason == "quote";
}

/// Depth is bounded by that of JSON (base/json.h).
void add_branch(network::Page& page, const network::Connection& connection, const Value& node) {
    const auto* post = find_in(node, "post");
    if (!post) return; // not found or blocked: nobody's words
    if (auto event = read_post(connection, *post)) {
        const auto at = network::time_in(*post, "indexedAt");
        if (const auto iso = base::to_iso(*at); iso > page.mark) page.mark = iso;
        page.events.push_back(std::move(*event));
    } else {
        ++page.unreadable;
    }
    for (const auto* reply : network::each_in(node, "replies"))
        add_branch(page, connection, *reply);
}

} // namespace

std::optional<RecordUri> parse_uri(std::string_view uri) {
    if (!uri.starts_with("at://")) return std::nullopt;
    const auto parts = base::split(uri.substr(5), '/');
    if (parts.size() != 3 || !parts[0].starts_with("did:") || parts[1].empty() || parts[2].empty())
        return std::nullopt;
    return RecordUri{std::string(parts[0]), std::string(parts[1]), std::string(parts[2])};
}

std::string page_of(const RecordUri& uri) {
    return "https://bsky.app/profile/" + uri.repo + "/post/" + uri.key;
}

base::Result<network::Page> read_notifications(const network::Connection& connection,
                                               const network::Walk& walk, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    if (!find_in(*read, "notifications"))
        return base::fail(base::Kind::broken, "network.unreadable", "no notifications");
    std::optional<base::Time> until;
    if (auto mark = base::parse_time(walk.mark); !walk.mark.empty() && mark)
        until = *mark - notification_overlap;
    network::Page page;
    page.has_reached = false;
    for (const auto* each : network::each_in(*read, "notifications")) {
        const auto at = network::time_in(*each, "indexedAt");
        if (at && until && *at < *until) {
            page.has_reached = true;
            break;
        }
        if (at && page.mark.empty()) page.mark = base::to_iso(*at);
        if (!is_asked_for(text_in(*each, "reason"))) continue;
        if (auto event = read_post(connection, *each))
            page.events.push_back(std::move(*event));
        else
            ++page.unreadable;
    }
    if (!page.has_reached) page.cursor = text_in(*read, "cursor");
    if (page.cursor.empty()) page.has_reached = true;
    return page;
}

base::Result<network::Page> read_thread(const network::Connection& connection, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    const auto* thread = find_in(*read, "thread");
    if (!thread) return base::fail(base::Kind::broken, "network.unreadable", "no thread");
    network::Page page;
    add_branch(page, connection, *thread);
    return page;
}

} // namespace channels::bluesky
