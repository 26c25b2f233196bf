#include "channels/x/push.h"

#include "base/encode.h"
#include "base/text.h"
#include "channels/x/post.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

namespace channels::x {
namespace {

std::string in_query(std::string_view query, std::string_view name) {
    for (const auto each : base::split(query, '&')) {
        const auto equals = each.find('=');
        if (equals == std::string_view::npos || each.substr(0, equals) != name) continue;
        auto value = base::percent_decode(each.substr(equals + 1), /*plus_is_space=*/true);
        return value ? *value : std::string();
    }
    return {};
}

bool is_read(std::string_view type) {
    return type == "post.mention.create" || type == "post.reply.create" || type == "post.quote.create" ||
           type == "post.create";
}

} // namespace

network::PushAnswer answer_push(const network::Connection& connection, const network::Push& push) {
    const auto secret = connection.secret("consumer_secret");
    if (secret.empty()) return {.status = 404};
    if (push.method == "GET") {
        const auto token = in_query(push.query, "crc_token");
        if (token.empty() || token.size() > 1000) return {.status = 400};
        const base::json::Object body{
            {"response_token", "sha256=" + network::to_base64(network::hmac_sha256(secret, token))}};
        return {.content_type = "application/json", .body = boost::json::serialize(body)};
    }
    const auto signature = network::header_of(push.headers, "x-twitter-webhooks-signature");
    if (push.method != "POST" || !network::is_signed_base64(signature, secret, push.body))
        return {.status = 403};
    return {.is_kept = true};
}

base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                    std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    static const base::json::Value nothing;
    std::vector<network::Event> out;
    for (const auto* data : network::each_in(*read, "data")) {
        const auto user = network::text_in(*data, "filter.user_id");
        const auto* post = network::find_in(*data, "payload");
        if (!post || !is_read(network::text_in(*data, "event_type"))) continue;
        if (!user.empty() && user != connection.own_id) continue; // another account of the same app
        const auto* includes = network::find_in(*data, "includes");
        if (auto event = read_post(connection, *post, includes ? *includes : nothing))
            out.push_back(std::move(*event));
    }
    return out;
}

} // namespace channels::x
