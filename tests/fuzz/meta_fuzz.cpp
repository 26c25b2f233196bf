// Answers and pushes of the Graph API: whatever the bytes, an event has an id, an author and a root.
#include "channels/meta/meta.h"
#include "network/sign_in.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(const std::vector<network::Event>& events) {
    for (const auto& event : events)
        if (event.item.network_id.empty() || event.item.author.network_id.empty() || !event.item.root)
            std::abort();
}

/// The same answer to every question of a sign-in: it ends, and a choice has an account and a token.
void sign_in(const network::Channel& channel, const network::Response& response) {
    const auto* at = network::signs_in(&channel);
    if (!at) return;
    network::Connection app{.server = {}, .own_id = {}, .handle = {}, .secrets = {{"app_id", "1"}}};
    auto done = at->read_signed_in(response, {});
    for (const auto* from : {"", "longer", "rights", "pages"}) {
        auto so_far = done;
        if (*from != 0) so_far = network::SignedIn{.tokens = {.secrets = {{"token", "T"}}}, .next = from};
        for (int steps = 0; so_far && !so_far->next.empty() && steps < 12; ++steps) {
            if (at->ask_further(app, *so_far).url.empty()) std::abort();
            so_far = at->read_further(app, std::move(*so_far), response, {});
        }
        if (so_far)
            for (const auto& choice : so_far->choices)
                if (choice.own_id.empty() || choice.secrets.at("token").empty()) std::abort();
    }
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
        sign_in(*channel, response);
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
