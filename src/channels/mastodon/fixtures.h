// Answers of a Mastodon server (4.3) in their real shape, for tests.
#pragma once
#include "channels/mastodon/mastodon_channel.h"

#include <fmt/format.h>

namespace channels::mastodon {

inline network::Connection connection() {
    network::Connection out{
        .server = "https://mastodon.example", .own_id = "109000", .handle = "@dpudki@mastodon.example"};
    out.secrets["token"] = "RAHASIA";
    return out;
}

inline network::Response answered(std::string body, int status = 200,
                                  std::vector<network::Header> headers = {}) {
    return {.status = status, .headers = std::move(headers), .body = std::move(body)};
}

inline network::Answer answer(std::string body, int status = 200, std::vector<network::Header> headers = {}) {
    return {.response = answered(std::move(body), status, std::move(headers)),
            .at = base::time_from_ms(1'795'000'000'000)};
}

inline constexpr std::string_view citizen =
    R"({"id":"110001","username":"warga","acct":"warga@lain.example","display_name":"Bu Warga","locked":false,
"bot":false,"url":"https://lain.example/@warga","avatar":"https://mastodon.example/a.png","fields":[]})";
inline constexpr std::string_view agency =
    R"({"id":"109000","username":"dpudki","acct":"dpudki","display_name":"DPU DKI","bot":false,
"url":"https://mastodon.example/@dpudki"})";

/// `more` are further members: ,"edited_at":"..."
inline std::string status(std::string_view id, std::string_view account, std::string_view content,
                          std::string_view parent = {}, std::string_view more = {}) {
    return fmt::format(
        R"({{"id":"{}","created_at":"2026-11-20T08:15:30.123Z","in_reply_to_id":{},"in_reply_to_account_id":null,
"sensitive":false,"spoiler_text":"","visibility":"public","language":"id","uri":"https://lain.example/users/warga/statuses/{}",
"url":"https://lain.example/@warga/{}","replies_count":2,"reblogs_count":0,"favourites_count":0,"content":"{}","reblog":null,
"account":{},"media_attachments":[],"mentions":[],"tags":[],"emojis":[],"card":null,"poll":null{}}})",
        id, parent.empty() ? "null" : "\"" + std::string(parent) + "\"", id, id, content, account, more);
}

inline std::string notification(std::string_view id, const std::string& status,
                                std::string_view created = "2026-11-20T08:15:31.000Z") {
    return fmt::format(
        R"({{"id":"{}","type":"mention","created_at":"{}","group_key":"ungrouped-{}","account":{},"status":{}}})",
        id, created, id, citizen, status);
}

} // namespace channels::mastodon
