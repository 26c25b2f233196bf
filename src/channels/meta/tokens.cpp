#include "channels/meta/tokens.h"

#include "network/form.h"
#include "network/json_reading.h"

namespace channels::meta {

network::Request ask_longer(const network::Connection& connection, std::string_view server,
                            std::string_view grant) {
    network::Request request{.name = "token.refresh", .url = {}};
    request.url = connection.server.empty() ? std::string(server) : connection.server;
    request.url += "/refresh_access_token?" +
                   network::query_of({{"grant_type", std::string(grant)},
                                      {"access_token", std::string(connection.secret("token"))}});
    return request;
}

base::Result<network::Tokens> read_longer(const network::Response& response, base::Time now) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto token = network::text_in(*body, "access_token");
    if (response.status != 200 || token.empty())
        return base::fail(base::Kind::broken, "network.unreadable", "no access_token");
    network::Tokens tokens{.secrets = {{"token", token}}};
    if (auto seconds = network::number_in(*body, "expires_in");
        seconds && *seconds > 0 && *seconds < 31'536'000)
        tokens.expires_at = now + std::chrono::seconds(*seconds);
    return tokens;
}

network::Request ask_long_lived(const network::Connection& connection, std::string_view server,
                                std::string_view grant) {
    network::Request request{.name = "token.longer", .url = {}};
    request.url = connection.server.empty() ? std::string(server) : connection.server;
    request.url +=
        "/access_token?" + network::query_of({{"grant_type", std::string(grant)},
                                              {"client_secret", std::string(connection.secret("app_secret"))},
                                              {"access_token", std::string(connection.secret("token"))}});
    return request;
}

base::Result<network::SignedIn> with_long_lived(network::SignedIn so_far, const network::Response& response,
                                                base::Time now, std::string_view next) {
    auto tokens = read_longer(response, now);
    if (!tokens) return base::pass(tokens);
    so_far.tokens = std::move(*tokens);
    so_far.next = next;
    return so_far;
}

} // namespace channels::meta
