#include "channels/meta/hook.h"

#include "base/encode.h"
#include "base/text.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

namespace channels::meta {
namespace {

std::string in_query(std::string_view query, std::string_view name) {
    for (const auto each : base::split(query, '&')) {
        const auto equals = each.find('=');
        if (equals == std::string_view::npos) continue;
        auto key = base::percent_decode(each.substr(0, equals), /*plus_is_space=*/true);
        if (!key || *key != name) continue;
        auto value = base::percent_decode(each.substr(equals + 1), /*plus_is_space=*/true);
        return value ? *value : std::string();
    }
    return {};
}

/// Entries count in seconds or in milliseconds, by product.
base::Time entry_time(const base::json::Value& entry) {
    const auto number = network::number_in(entry, "time").value_or(0);
    constexpr std::int64_t milliseconds_from = 100'000'000'000;
    if (number < 0 || number > 100'000 * milliseconds_from) return {};
    return number >= milliseconds_from ? base::time_from_ms(number)
                                       : base::Time{} + std::chrono::seconds(number);
}

} // namespace

network::PushAnswer answer_push(const network::Connection& connection, const network::Push& push) {
    if (push.method == "GET") {
        const bool is_ours = in_query(push.query, "hub.mode") == "subscribe" &&
                             network::is_same_secret(in_query(push.query, "hub.verify_token"),
                                                     connection.secret("verify_token"));
        const auto challenge = in_query(push.query, "hub.challenge");
        if (!is_ours || challenge.size() > 200) return {.status = 403};
        return {.body = challenge};
    }
    const auto signature = network::header_of(push.headers, "x-hub-signature-256");
    if (push.method != "POST" ||
        !network::is_signed_hex(signature, connection.secret("app_secret"), push.body))
        return {.status = 403};
    return {.is_kept = true};
}

base::Result<void> each_change(std::string_view body, std::string_view own_id,
                               const std::function<void(const Change&)>& call) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    for (const auto* entry : network::each_in(*read, "entry")) {
        if (!own_id.empty() && network::text_in(*entry, "id") != own_id)
            continue; // another account of the same app
        const auto at = entry_time(*entry);
        for (const auto* change : network::each_in(*entry, "changes"))
            if (const auto* value = network::find_in(*change, "value"))
                call({.field = network::text_in(*change, "field"), .value = value, .at = at});
        for (const auto* message : network::each_in(*entry, "messaging"))
            call({.field = "messaging", .value = message, .at = at});
    }
    return {};
}

} // namespace channels::meta
