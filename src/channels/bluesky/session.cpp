#include "channels/bluesky/session.h"

#include "base/encode.h"
#include "base/text.h"
#include "channels/bluesky/xrpc.h"
#include "network/json_reading.h"

namespace channels::bluesky {
namespace {

network::Request create_session(const network::Connection& connection) {
    return xrpc_call(
        connection, "com.atproto.server.createSession",
        {{"identifier", connection.secret("identifier")}, {"password", connection.secret("app_password")}});
}

} // namespace

std::vector<network::Field> sign_in_fields() {
    return {{.name = "server", .is_secret = false, .example = "https://bsky.social"},
            {.name = "identifier", .is_secret = false, .example = "dpudki.bsky.social"},
            {.name = "app_password", .example = "xxxx-xxxx-xxxx-xxxx"}};
}

network::Request ask_self(const network::Connection& connection) {
    if (connection.secret("token").empty()) return create_session(connection);
    auto request = xrpc(connection, "com.atproto.server.getSession");
    bear(request, connection.secret("token"));
    return request;
}

base::Result<network::Self> read_self(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    network::Self self{.own_id = network::text_in(*body, "did"), .handle = network::text_in(*body, "handle")};
    if (response.status != 200 || !self.own_id.starts_with("did:"))
        return base::fail(base::Kind::broken, "network.unreadable", "no did in the session");
    if (!self.handle.empty()) self.handle.insert(0, 1, '@');
    // An account that was taken down or left may still sign in, and nothing that it says is seen.
    if (const auto* active = network::find_in(*body, "active"); active && !network::flag_in(*body, "active"))
        self.missing.push_back("active:" + network::text_in(*body, "status"));
    return self;
}

network::Request ask_tokens(const network::Connection& connection) {
    const auto refresh = connection.secret("refresh_token");
    if (refresh.empty()) return create_session(connection);
    auto request = xrpc(connection, "com.atproto.server.refreshSession");
    request.method = "POST";
    bear(request, refresh);
    return request;
}

base::Result<network::Tokens> read_tokens(const network::Response& response) {
    const auto error = response.status == 200 ? std::string() : error_of(response);
    if (error == "ExpiredToken" || error == "InvalidToken")
        return network::Tokens{.secrets = {{"token", ""}, {"refresh_token", ""}}};
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto access = network::text_in(*body, "accessJwt");
    const auto refresh = network::text_in(*body, "refreshJwt");
    if (response.status != 200 || access.empty() || refresh.empty())
        return base::fail(base::Kind::broken, "network.unreadable",
                          error.empty() ? "no tokens in the session" : error);
    return network::Tokens{.secrets = {{"token", access}, {"refresh_token", refresh}},
                           .expires_at = expiry_of(access)};
}

std::optional<base::Time> expiry_of(std::string_view jwt) {
    const auto parts = base::split(jwt, '.');
    if (parts.size() != 3) return std::nullopt;
    auto claims = base::from_base64url(parts[1]);
    if (!claims) return std::nullopt;
    auto read = network::read_json(*claims);
    if (!read || !network::number_in(*read, "exp")) return std::nullopt;
    return network::time_in(*read, "exp");
}

} // namespace channels::bluesky
