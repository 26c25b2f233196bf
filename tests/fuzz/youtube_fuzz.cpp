// Answers of YouTube: whatever the bytes, an event has an id, an author and a root.
#include "channels/youtube/youtube.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto channel = channels::youtube::make_channel();
    const network::Connection account{.server = {}, .own_id = "UC1", .handle = {}};
    const network::Response response{.status = 200, .body = {reinterpret_cast<const char*>(data), size}};
    for (const auto* source : {"comments", "thread:Ug1"}) {
        auto page =
            channel->read_page(account, {.name = source}, {.mark = "2026-05-26T06:00:00.000Z"}, response);
        if (!page) continue;
        for (const auto& event : page->events)
            if (event.item.network_id.empty() || event.item.author.network_id.empty() || !event.item.root)
                std::abort();
    }
    (void)channel->read_self(account, response);
    (void)channel->read_tokens(response, {});
    network::Answer answer{.response = response};
    answer.response->status = 403;
    (void)channel->judge_reading(answer);
    const network::Draft draft{.key = "1", .text = "x", .to = "Ug1"};
    network::Progress progress;
    (void)channel->read_own(account, draft, progress, response);
    progress = {};
    (void)channel->judge(account, draft, progress, {.response = response});
    return 0;
}
