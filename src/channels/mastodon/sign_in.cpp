#include "channels/mastodon/sign_in.h"

#include "base/text.h"
#include "network/form.h"
#include "network/json_reading.h"

#include <array>

namespace channels::mastodon {
namespace {

constexpr std::array<std::string_view, 5> needed{"read:notifications", "read:statuses", "read:accounts",
                                                 "write:statuses", "write:media"};

network::Request post(const network::Connection& connection, std::string name, std::string_view path,
                      const network::Fields& fields) {
    network::Request request{
        .name = std::move(name), .method = "POST", .url = connection.server + std::string(path)};
    request.headers.push_back({"Accept", "application/json"});
    network::set_form(request, fields);
    return request;
}

} // namespace

std::span<const std::string_view> rights() noexcept {
    return needed;
}

network::Request ask_app(const network::Connection& connection, const std::string& back) {
    return post(connection, "apps.make", "/api/v1/apps",
                {{"client_name", "Tanggap"}, {"redirect_uris", back}, {"scopes", network::scope_of(needed)}});
}

base::Result<std::map<std::string, std::string, std::less<>>> read_app(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto id = network::text_in(*body, "client_id");
    const auto secret = network::text_in(*body, "client_secret");
    if (response.status < 200 || response.status >= 300 || id.empty() || secret.empty())
        return base::fail(base::Kind::broken, "network.unreadable", "no app");
    return std::map<std::string, std::string, std::less<>>{{"client_id", id}, {"client_secret", secret}};
}

std::string sign_in_page(const network::Connection& connection, const network::SignInWish& wish) {
    return connection.server + "/oauth/authorize?" +
           // Whoever is signed in there privately shall choose the agency's account.
           network::authorization_query(connection, wish, needed, {{"force_login", "true"}});
}

network::Request ask_signed_in(const network::Connection& connection, const network::SignInReturn& given) {
    return post(connection, "oauth.token", "/oauth/token",
                {{"grant_type", "authorization_code"},
                 {"code", given.code},
                 {"client_id", std::string(connection.secret("client_id"))},
                 {"client_secret", std::string(connection.secret("client_secret"))},
                 {"redirect_uri", given.back},
                 {"code_verifier", given.verifier}});
}

base::Result<network::SignedIn> read_signed_in(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto token = network::text_in(*body, "access_token");
    if (response.status != 200 || token.empty())
        return base::fail(base::Kind::broken, "network.unreadable", "no access_token");
    return network::SignedIn{.tokens = {.secrets = {{"token", token}}},
                             .missing = network::not_granted(needed, network::text_in(*body, "scope"))};
}

} // namespace channels::mastodon
