// Answers and pushes of the Graph API: whatever the bytes, an event has an id, an author and a root.
#include "channels/meta/meta.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(const std::vector<network::Event>& events) {
    for (const auto& event : events)
        if (event.item.network_id.empty() || event.item.author.network_id.empty() || !event.item.root)
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<network::ChannelPtr> channels{
        channels::meta::make_facebook(), channels::meta::make_instagram(), channels::meta::make_whatsapp(),
        channels::meta::make_threads()};
    const network::Connection account{.server = {}, .own_id = "10", .handle = "@dinas"};
    const network::Response response{.status = 200, .body = {reinterpret_cast<const char*>(data), size}};
    for (const auto& channel : channels) {
        for (const auto& source : {"posts", "thread:10_1"})
            if (auto page = channel->read_page(account, {.name = source},
                                               {.mark = "2026-05-26T06:00:00.000Z"}, response))
                check(page->events);
        if (auto events = channel->read_push(account, response.body)) check(*events);
        (void)channel->read_self(account, response);
        (void)channel->read_tokens(response, {});
        (void)channel->read_media(account, response);
        (void)channel->answer_push(account,
                                   {.method = "GET", .query = response.body, .headers = {}, .body = {}}, {});
        network::Answer answer{.response = response};
        answer.response->status = 400;
        answer.response->headers = {{"x-app-usage", response.body},
                                    {"x-business-use-case-usage", response.body}};
        (void)channel->judge_reading(answer);
        (void)channel->usage({.name = "x", .url = {}}, *answer.response, {});
        for (const auto* root : {"10_1", "dm:1"}) {
            const network::Draft draft{
                .key = "1", .text = "x", .visibility = items::Visibility::private_, .to = "1", .root = root};
            network::Progress progress;
            (void)channel->read_own(account, draft, progress, response);
            progress = {};
            (void)channel->judge(account, draft, progress, {.response = response});
        }
    }
    return 0;
}
