#include "channels/mastodon/receiving.h"

#include "base/text.h"
#include "channels/mastodon/api.h"
#include "channels/mastodon/status.h"
#include "network/json_reading.h"

#include <algorithm>

namespace channels::mastodon {
namespace {

using network::Connection;
using network::Event;
using network::Page;
using network::Request;
using network::Response;
using network::Walk;

constexpr std::size_t page_size = 80;       // the most that the server gives
constexpr std::size_t most_held = 500;      // ids in the mark of a thread
constexpr std::size_t most_checked = 20;    // statuses asked for one by one in a walk
constexpr std::string_view itself = "self"; // "self ROOT MISSED...": the status of the thread is next
constexpr std::string_view check = "check"; // "check ROOT MISSED...": the first that was missed is next

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const auto word : base::split(text, ' '))
        if (auto id = checked_id(word); !id.empty()) out.push_back(std::move(id));
    return out;
}

bool is_gone(const Response& response) {
    return response.status == 404 || response.status == 410;
}

base::Result<base::json::Value> body_of(const Response& response) {
    if (response.status < 200 || response.status >= 300)
        return base::fail(base::Kind::broken, "network.unreadable",
                          "status " + std::to_string(response.status));
    return network::read_json(response.body);
}

// --- mentions

/// Servers give a page newest first, also when it is the next one forward.
bool is_newest_first(const std::vector<const base::json::Value*>& entries) {
    const auto first = network::time_in(*entries.front(), "created_at");
    const auto last = network::time_in(*entries.back(), "created_at");
    return !first || !last || *first >= *last;
}

base::Result<Page> read_mentions(const Connection& connection, const Response& response) {
    auto body = body_of(response);
    if (!body) return base::pass(body);
    if (!body->is_array()) return base::fail(base::Kind::broken, "network.unreadable", "not a list");
    auto entries = network::each_in(*body, "");
    if (!entries.empty() && is_newest_first(entries)) std::ranges::reverse(entries);
    Page page;
    for (const auto* entry : entries) {
        bool is_unreadable = false;
        if (auto event = mention_of(connection, *entry, is_unreadable))
            page.events.push_back(std::move(*event));
        else if (is_unreadable)
            ++page.unreadable;
    }
    page.mark = in_link(response, "prev", "min_id");
    if (page.mark.empty() && !entries.empty())
        page.mark = checked_id(network::text_in(*entries.back(), "id"));
    const bool says_pages = !network::header_of(response.headers, "link").empty();
    page.has_reached =
        entries.empty() || page.mark.empty() ||
        (says_pages ? in_link(response, "next", "max_id").empty() : entries.size() < page_size);
    return page;
}

// --- threads

struct ThreadCursor {
    std::string_view kind; ///< empty: what is around the status
    std::string root;
    std::vector<std::string> missed;
};

ThreadCursor cursor_of(const Walk& walk) {
    ThreadCursor out;
    const std::string_view text = walk.cursor;
    for (const auto kind : {itself, check}) {
        if (!text.starts_with(kind) || text.size() <= kind.size() || text[kind.size()] != ' ') continue;
        auto words = words_of(text.substr(kind.size() + 1));
        if (words.empty() || (kind == check && words.size() < 2)) continue;
        out.kind = kind;
        out.root = std::move(words.front());
        out.missed.assign(std::next(words.begin()), words.end());
    }
    return out;
}

/// Goes on with the first of `missed`, or ends the walk.
void go_on(Page& page, std::string_view root, const std::vector<std::string>& missed) {
    page.has_reached = missed.empty();
    page.cursor = missed.empty()
                      ? std::string()
                      : std::string(check) + " " + std::string(root) + " " + base::join(missed, " ");
}

void read_around(const Connection& connection, const base::json::Value& context, std::string_view root,
                 Page& page) {
    for (const auto* list : {"ancestors", "descendants"}) {
        for (const auto* status : network::each_in(context, list)) {
            if (auto event = event_of(connection, *status, root))
                page.events.push_back(std::move(*event));
            else
                ++page.unreadable;
        }
    }
}

std::string with_held(const Walk& walk, const std::vector<Event>& events, std::vector<std::string>* missed) {
    std::vector<std::string> ids;
    ids.reserve(events.size());
    for (const auto& event : events)
        ids.push_back(event.item.network_id);
    for (auto& id : words_of(walk.mark)) {
        if (std::ranges::find(ids, id) != ids.end()) continue;
        if (missed && missed->size() < most_checked) missed->push_back(id);
        ids.push_back(std::move(id));
    }
    if (ids.size() > most_held) ids.resize(most_held);
    return base::join(ids, " ");
}

base::Result<Page> read_context(const Connection& connection, const std::string& id, const Walk& walk,
                                const Response& response) {
    Page page;
    if (is_gone(response)) {
        // Its answers may still stand.
        page.events.push_back(gone(id, thread_of(id)));
        std::vector<std::string> missed;
        page.mark = with_held(walk, page.events, &missed);
        go_on(page, id, missed);
        return page;
    }
    auto body = body_of(response);
    if (!body) return base::pass(body);
    const auto ancestors = network::each_in(*body, "ancestors");
    auto root = ancestors.empty() ? id : checked_id(network::text_in(*ancestors.front(), "id"));
    if (root.empty()) root = id;
    read_around(connection, *body, root, page);
    std::vector<std::string> missed;
    page.mark = with_held(walk, page.events, &missed);
    std::erase(missed, id);
    page.has_reached = false;
    page.cursor = std::string(itself) + " " + root;
    for (const auto& each : missed)
        page.cursor += " " + each;
    return page;
}

/// One status: that of the thread, or one that was not met around it.
base::Result<Page> read_single(const Connection& connection, const std::string& id, const std::string& root,
                               const Walk& walk, const Response& response) {
    Page page;
    if (is_gone(response)) {
        page.events.push_back(gone(id, thread_of(root)));
        auto held = words_of(walk.mark);
        std::erase(held, id);
        page.mark = base::join(held, " ");
        return page;
    }
    auto body = body_of(response);
    if (!body) return base::pass(body);
    if (auto event = event_of(connection, *body, root))
        page.events.push_back(std::move(*event));
    else
        ++page.unreadable;
    page.mark = with_held(walk, page.events, nullptr);
    return page;
}

} // namespace

Request ask_page(const Connection& connection, const network::Source& source, const Walk& walk) {
    if (const auto id = id_of_thread(source.name); !id.empty()) {
        const auto cursor = cursor_of(walk);
        if (cursor.kind == itself) return ask(connection, "statuses.get", "/api/v1/statuses/" + id);
        if (cursor.kind == check)
            return ask(connection, "statuses.get", "/api/v1/statuses/" + cursor.missed.front());
        return ask(connection, "statuses.context", "/api/v1/statuses/" + id + "/context");
    }
    // Mentions by people whom a policy of the account sets aside are reports as well.
    return ask(connection, "notifications.list", "/api/v1/notifications",
               {{"types[]", "mention"},
                {"include_filtered", "true"},
                {"limit", std::to_string(page_size)},
                {"min_id", walk.mark.empty() ? "0" : walk.mark}});
}

base::Result<Page> read_page(const Connection& connection, const network::Source& source, const Walk& walk,
                             const Response& response) {
    const auto id = id_of_thread(source.name);
    if (id.empty()) return read_mentions(connection, response);
    auto cursor = cursor_of(walk);
    if (cursor.kind.empty()) return read_context(connection, id, walk, response);
    const bool is_itself = cursor.kind == itself;
    auto page = read_single(connection, is_itself ? id : cursor.missed.front(), cursor.root, walk, response);
    if (!page) return page;
    if (!is_itself) cursor.missed.erase(cursor.missed.begin());
    go_on(*page, cursor.root, cursor.missed);
    return page;
}

std::optional<Event> mention_of(const Connection& connection, const base::json::Value& notification,
                                bool& is_unreadable) {
    is_unreadable = false;
    const auto type = network::text_in(notification, "type");
    if (!type.empty() && type != "mention") return std::nullopt;
    const auto* status = network::find_in(notification, "status");
    auto event = status ? event_of(connection, *status, {}) : std::nullopt;
    is_unreadable = !event;
    return event;
}

Event gone(const std::string& id, const std::string& thread) {
    Event event;
    event.item.network_id = id;
    event.item.type = items::Change::remove;
    event.item.author.network_id = "-";
    event.item.created_at = std::chrono::sys_days{std::chrono::year{2016} / 1 / 1}; // nobody says when
    event.thread = thread;
    return event;
}

std::optional<Request> ask_count(const Connection& connection, const network::Source& source) {
    const auto id = id_of_thread(source.name);
    if (id.empty()) return std::nullopt;
    return ask(connection, "statuses.get", "/api/v1/statuses/" + id);
}

base::Result<std::int64_t> read_count(const Response& response) {
    auto body = body_of(response);
    if (!body) return base::pass(body);
    const auto count = network::number_in(*body, "replies_count");
    if (!count || *count < 0) return base::fail(base::Kind::broken, "network.unreadable", "replies_count");
    return *count;
}

} // namespace channels::mastodon
