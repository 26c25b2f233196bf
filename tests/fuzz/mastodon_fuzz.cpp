// What a Mastodon server sends: whatever the bytes, pages and streams whose events hold their limits, and a
// walk that ends.
#include "base/text.h"
#include "channels/mastodon/mastodon_channel.h"
#include "channels/mastodon/parts.h"
#include "channels/mastodon/server_limits.h"
#include "channels/mastodon/stream_events.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace channels::mastodon;

void must(bool holds) {
    if (!holds) std::abort();
}

void check(const network::Event& event) {
    must(!event.item.network_id.empty() && !event.item.author.network_id.empty());
    must(base::is_utf8(event.item.text) && base::length(event.item.text) <= items::max_text);
    must(event.item.media.size() <= items::max_media);
}

/// The same answer to every question of a walk.
void walk(const network::Connection& connection, const char* name, const network::Response& response) {
    const auto channel = make_channel();
    const network::Source source{.name = name};
    network::Walk at{.mark = "1 2 3", .cursor = {}};
    for (int pages = 0;; ++pages) {
        must(pages < 30);
        must(channel->ask_page(connection, source, at).url.starts_with("https://m.example/api/v1/"));
        auto page = channel->read_page(connection, source, at, response);
        if (!page) return;
        for (const auto& event : page->events)
            check(event);
        if (page->cursor.empty()) return;
        must(!page->has_reached);
        if (!page->mark.empty()) at.mark = page->mark;
        at.cursor = page->cursor;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto channel = make_channel();
    network::Connection connection{.server = "https://m.example", .own_id = "1", .handle = "@a@m.example"};
    // The first line is the Link header.
    const auto line = bytes.substr(0, bytes.find('\n'));
    const network::Response response{.status = 200,
                                     .headers = {{"Link", std::string(line)}},
                                     .body = std::string(bytes.substr(std::min(line.size() + 1, size)))};
    walk(connection, "mentions", response);
    walk(connection, "thread:5", response);
    (void)channel->read_self(connection, response);
    (void)channel->read_count(response);
    if (auto value = base::json::parse(response.body)) {
        connection.facts = server_facts(*value);
        must(channel->limits(connection).text.longest > 0);
    }
    network::Draft draft{.key = "k", .text = "Sudah", .to = "5"};
    network::Progress progress;
    (void)channel->read_own(connection, draft, progress, response);
    (void)channel->judge(connection, draft, progress, {.response = response});

    StreamReader whole;
    StreamReader pieces;
    const auto messages = whole.feed(bytes);
    std::size_t count = 0;
    for (std::size_t at = 0; at < size; at += 3)
        count += pieces.feed(bytes.substr(at, 3)).size();
    must(count == messages.size());
    for (const auto& message : messages) {
        bool is_unreadable = false;
        if (auto event = event_of(connection, message, is_unreadable)) check(*event);
    }
    if (base::is_utf8(bytes)) must(base::is_utf8(letters_of(bytes)));
    return 0;
}
