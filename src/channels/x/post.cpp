#include "channels/x/post.h"

#include "base/text.h"
#include "network/json_reading.h"

namespace channels::x {
namespace {

using base::json::Value;
using network::each_in;
using network::text_in;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

const Value* find_by(const Value& list, std::string_view member, std::string_view key,
                     std::string_view wanted) {
    for (const auto* each : each_in(list, member))
        if (!wanted.empty() && text_in(*each, key) == wanted) return each;
    return nullptr;
}

std::string referenced(const Value& post, std::string_view type) {
    const auto* found = find_by(post, "referenced_tweets", "type", type);
    return found ? text_in(*found, "id") : std::string();
}

void add_author(items::ItemIn& item, const Value& post, const Value& includes) {
    item.author.network_id = text_in(post, "author_id");
    const auto* user = find_by(includes, "users", "id", item.author.network_id);
    if (!user) return;
    if (auto name = text_in(*user, "name"); !name.empty()) item.author.name = std::move(name);
    if (auto handle = text_in(*user, "username"); !handle.empty()) item.author.handle = "@" + handle;
    if (network::flag_in(*user, "protected")) item.visibility = items::Visibility::followers;
}

} // namespace

network::Fields post_fields(bool with_quoted) {
    std::string expansions = "author_id,attachments.media_keys";
    if (with_quoted) expansions += ",referenced_tweets.id,referenced_tweets.id.author_id";
    return {{"tweet.fields", "created_at,conversation_id,in_reply_to_user_id,referenced_tweets,attachments,"
                             "entities,note_tweet,lang"},
            {"expansions", expansions},
            {"user.fields", "username,name,protected"},
            {"media.fields", "url,type,alt_text"}};
}

std::string text_of(const Value& post) {
    // A long post has its whole text and its links in note_tweet.
    const bool is_long = !text_in(post, "note_tweet.text").empty();
    std::string text = text_in(post, is_long ? "note_tweet.text" : "text");
    for (const auto* url : each_in(post, is_long ? "note_tweet.entities.urls" : "entities.urls")) {
        const auto shortened = text_in(*url, "url");
        if (shortened.empty()) continue;
        const bool is_own_picture = network::find_in(*url, "media_key") != nullptr;
        const auto whole = text_in(*url, "expanded_url");
        if (is_own_picture || !whole.empty()) replace_all(text, shortened, is_own_picture ? "" : whole);
    }
    replace_all(text, "&lt;", "<");
    replace_all(text, "&gt;", ">");
    replace_all(text, "&amp;", "&");
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
        text.pop_back();
    return text;
}

std::optional<network::Event> read_post(const network::Connection& connection, const Value& post,
                                        const Value& includes) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(post, "id");
    item.visibility = items::Visibility::public_;
    const auto created = network::time_in(post, "created_at");
    add_author(item, post, includes);
    if (item.network_id.empty() || item.author.network_id.empty() || !created) return std::nullopt;
    item.created_at = *created;
    item.text = text_of(post);
    item.url = "https://x.com/i/status/" + item.network_id;
    if (auto parent = referenced(post, "replied_to"); !parent.empty()) item.in_reply_to = std::move(parent);
    const auto root = text_in(post, "conversation_id");
    item.root = root.empty() ? item.network_id : root;
    for (const auto* key : each_in(post, "attachments.media_keys")) {
        if (!key->is_string()) continue;
        const auto* media = find_by(includes, "media", "media_key", std::string(key->get_string()));
        if (auto url = media ? text_in(*media, "url") : std::string();
            !url.empty() && item.media.size() < items::max_media)
            item.media.push_back({.url = std::move(url)});
    }
    event.is_own = item.author.network_id == connection.own_id;
    return event;
}

bool is_summons(const network::Connection& connection, const Value& post, const Value& includes) {
    for (const auto* mention : each_in(post, "entities.mentions")) {
        if (text_in(*mention, "id") == connection.own_id) return true;
        if (base::lower_ascii("@" + text_in(*mention, "username")) == base::lower_ascii(connection.handle))
            return true;
    }
    const auto quoted = referenced(post, "quoted");
    const auto* whole = find_by(includes, "tweets", "id", quoted);
    return whole && text_in(*whole, "author_id") == connection.own_id;
}

base::Result<network::Page> read_page(const network::Connection& connection, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    const auto* meta = network::find_in(*read, "meta");
    if (!meta) return base::fail(base::Kind::broken, "network.unreadable", "no meta");
    static const Value nothing;
    const auto* includes = network::find_in(*read, "includes");
    network::Page page;
    for (const auto* post : each_in(*read, "data")) {
        if (auto event = read_post(connection, *post, includes ? *includes : nothing))
            page.events.push_back(std::move(*event));
        else
            ++page.unreadable;
    }
    page.mark = text_in(*meta, "newest_id");
    page.cursor = text_in(*meta, "next_token");
    page.has_reached = page.cursor.empty(); // since_id ends the pages at the mark
    return page;
}

} // namespace channels::x
