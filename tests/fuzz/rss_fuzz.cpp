// Feeds: whatever the bytes, an entry has an id that items take, words, and a link that may be followed.
#include "base/text.h"
#include "channels/rss/feed.h"
#include "channels/rss/rss_channel.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto channel = channels::rss::make_channel();
    static const network::Connection account{.server = {},
                                             .own_id = "x",
                                             .handle = "Berita",
                                             .secrets = {{"feed", "https://berita.example/feed"}}};
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    (void)channels::rss::read_date(bytes);
    if (auto feed = channels::rss::read_feed(bytes, "https://berita.example/feed"))
        for (const auto& entry : feed->entries)
            if (entry.id.empty() || entry.id.size() > 100 || (entry.title.empty() && entry.text.empty()) ||
                !base::is_utf8(entry.title) || !base::is_utf8(entry.text) ||
                (!entry.url.empty() && !base::lower_ascii(entry.url).starts_with("http")))
                std::abort();
    network::Response response{
        .status = 200, .headers = {{"Date", "Mon, 23 Nov 2026 04:00:00 GMT"}}, .body = bytes};
    if (auto page = channel->read_page(account, {.name = "feed"}, {}, response)) {
        auto again =
            channel->read_page(account, {.name = "feed"}, {.mark = page->mark, .cursor = {}}, response);
        if (!again || !again->events.empty() || !again->has_reached) std::abort();
    }
    (void)channel->read_page(account, {.name = "feed"}, {.mark = bytes, .cursor = {}}, response);
    (void)channel->read_self(account, response);
    return 0;
}
