// Answers and pushes of X, and links in a text: whatever the bytes, an event has an id, an author and a root,
// and links lie in order inside the text.
#include "base/text.h"
#include "channels/x/x.h"
#include "network/web_link.h"

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
    static const auto channel = channels::x::make_channel();
    const network::Connection account{
        .server = {}, .own_id = "100", .handle = "@dinas", .secrets = {{"refresh_token", "R"}}};
    const network::Response response{.status = 200, .body = {reinterpret_cast<const char*>(data), size}};
    if (auto page = channel->read_page(account, {.name = "mentions"}, {}, response)) check(page->events);
    if (auto events = channel->read_push(account, response.body)) check(*events);
    (void)channel->read_self(account, response);
    (void)channel->read_tokens(response, {});
    network::Answer answer{.response = response};
    answer.response->status = 403;
    (void)channel->judge_reading(answer);
    const network::Draft draft{
        .key = "1", .text = "x", .to = "1", .pictures = {{.mime = "image/jpeg", .bytes = "J", .alt = "a"}}};
    network::Progress progress;
    for (int step = 0; step < 5 && channel->next(account, draft, progress); ++step) {
        (void)channel->judge(account, draft, progress, {.response = response});
        (void)channel->read_own(account, draft, progress, response);
    }
    if (base::is_utf8(response.body)) {
        std::size_t at = 0;
        for (const auto& link : network::web_links(response.body)) {
            if (link.from < at || link.to <= link.from || link.to > size) std::abort();
            at = link.to;
        }
    }
    return 0;
}
