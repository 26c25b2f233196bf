#include "channels/meta/sign_in.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <algorithm>

namespace channels::meta {
namespace {

std::string at(const network::Connection& connection, std::string_view server, std::string_view path) {
    return (connection.server.empty() ? std::string(server) : connection.server) + std::string(path);
}

/// Granted rights: an array, or words between commas.
std::vector<std::string> words_in(const base::json::Value& value, std::string_view path) {
    std::vector<std::string> out;
    for (const auto* each : network::each_in(value, path))
        for (const auto word : base::split(network::text_in(*each, ""), ','))
            if (!base::trim(word).empty()) out.emplace_back(base::trim(word));
    return out;
}

std::vector<std::string> lacking(std::span<const std::string_view> wanted,
                                 const std::vector<std::string>& granted) {
    std::vector<std::string> out;
    for (const auto right : wanted)
        if (std::ranges::find(granted, right) == granted.end()) out.emplace_back(right);
    return out;
}

} // namespace

std::vector<std::string> sign_in_needs() {
    return {"app_id", "app_secret", "verify_token"};
}

network::Field app_id_field() {
    return {.name = "app_id", .is_secret = false, .example = "1234567890123456", .is_needed = false};
}

std::string sign_in_page(const SignInPlace& place, const network::Connection& connection,
                         const network::SignInWish& wish, const network::Fields& more) {
    const std::vector<std::string> rights(place.rights.begin(), place.rights.end());
    network::Fields fields{{"response_type", "code"},
                           {"client_id", std::string(connection.secret("app_id"))},
                           {"redirect_uri", wish.back},
                           {"scope", base::join(rights, ",")},
                           {"state", wish.state}};
    fields.insert(fields.end(), more.begin(), more.end());
    return at(connection, place.dialog_server, place.dialog) + "?" + network::query_of(fields);
}

network::Request ask_signed_in(const SignInPlace& place, const network::Connection& connection,
                               const network::SignInReturn& given) {
    network::Request request{
        .name = "oauth.token", .method = "POST", .url = at(connection, place.token_server, place.token)};
    network::set_form(request, {{"grant_type", "authorization_code"},
                                {"code", given.code},
                                {"client_id", std::string(connection.secret("app_id"))},
                                {"client_secret", std::string(connection.secret("app_secret"))},
                                {"redirect_uri", given.back}});
    return request;
}

base::Result<network::SignedIn> read_signed_in(const SignInPlace& place, const network::Response& response,
                                               std::string_view next) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto* said = &*body;
    if (const auto inside = network::each_in(*body, "data"); !inside.empty()) said = inside.front();
    const auto token = network::text_in(*said, "access_token");
    if (response.status != 200 || token.empty())
        return base::fail(base::Kind::invalid, "network.unreadable", "no access_token");
    network::SignedIn out{.tokens = {.secrets = {{"token", token}}}, .next = std::string(next)};
    if (const auto granted = words_in(*said, "permissions"); !granted.empty())
        out.missing = lacking(place.rights, granted);
    return out;
}

base::Result<ReadBack> read_rights(std::span<const std::string_view> wanted,
                                   const network::Connection& connection, const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto app = network::text_in(*body, "data.app_id");
    if (!network::flag_in(*body, "data.is_valid") || (!app.empty() && app != connection.secret("app_id")))
        return base::fail(base::Kind::invalid, "network.token_refused", "not valid for this app");
    ReadBack out{.missing = lacking(wanted, words_in(*body, "data.scopes")), .narrow = {}};
    for (const auto* each : network::each_in(*body, "data.granular_scopes"))
        if (auto targets = words_in(*each, "target_ids"); !targets.empty())
            out.narrow.emplace_back(network::text_in(*each, "scope"), std::move(targets));
    return out;
}

} // namespace channels::meta
