// Answers of a Bluesky server: whatever the bytes, what is read of them has an id, an author and a root.
#include "channels/bluesky/bluesky.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto channel = channels::bluesky::make_channel();
    const network::Connection account{.server = "https://pds.contoh.id", .own_id = "did:plc:a", .handle = {}};
    const network::Response response{.status = 200, .body = {reinterpret_cast<const char*>(data), size}};
    for (const auto* source : {"notifications", "thread:at://did:plc:a/app.bsky.feed.post/3k"}) {
        auto page =
            channel->read_page(account, {.name = source}, {.mark = "2026-05-26T06:50:00.000Z"}, response);
        if (!page) continue;
        for (const auto& event : page->events)
            if (event.item.network_id.empty() || event.item.author.network_id.empty() || !event.item.root)
                std::abort();
    }
    (void)channel->read_self(account, response);
    (void)channel->read_tokens(response, {});
    network::Answer answer{.response = response};
    answer.response->status = 400;
    (void)channel->judge_reading(answer);
    for (const bool is_answer : {false, true}) {
        const network::Draft draft{.key = "1", .text = "x", .to = is_answer ? "at://did:plc:a/c/r" : ""};
        network::Progress progress;
        for (int step = 0; step < 4 && channel->next(account, draft, progress); ++step)
            (void)channel->judge(account, draft, progress, {.response = response});
        (void)channel->read_own(account, draft, progress, response);
    }
    return 0;
}
