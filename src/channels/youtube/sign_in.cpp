#include "channels/youtube/sign_in.h"

#include "network/form.h"
#include "network/json_reading.h"

#include <array>

namespace channels::youtube {
namespace {

constexpr std::array<std::string_view, 1> needed{"https://www.googleapis.com/auth/youtube.force-ssl"};

} // namespace

std::string sign_in_page(const network::Connection& connection, const network::SignInWish& wish) {
    return (connection.server.empty() ? "https://accounts.google.com" : connection.server) +
           "/o/oauth2/v2/auth?" +
           // A refresh token comes only so, also for who agreed before.
           network::authorization_query(connection, wish, needed,
                                        {{"access_type", "offline"}, {"prompt", "consent"}});
}

network::Request ask_signed_in(const network::Connection& connection, const network::SignInReturn& given) {
    network::Request request{.name = "oauth2.token", .method = "POST", .url = {}};
    request.url =
        (connection.server.empty() ? "https://oauth2.googleapis.com" : connection.server) + "/token";
    network::set_form(request, {{"grant_type", "authorization_code"},
                                {"code", given.code},
                                {"client_id", std::string(connection.secret("client_id"))},
                                {"client_secret", std::string(connection.secret("client_secret"))},
                                {"redirect_uri", given.back},
                                {"code_verifier", given.verifier}});
    return request;
}

base::Result<network::SignedIn> read_signed_in(network::Tokens tokens, std::string_view body) {
    auto read = network::read_json(body);
    if (!read) return base::pass(read);
    network::SignedIn out{.tokens = std::move(tokens), .missing = {}};
    const auto scope = network::text_in(*read, "scope");
    // "auth" of the address is no part before a colon that would hold others.
    if (!scope.empty() && scope.find(needed.front()) == std::string::npos)
        out.missing.emplace_back(needed.front());
    if (!out.tokens.secrets.contains("refresh_token")) out.missing.emplace_back("access_type=offline");
    return out;
}

} // namespace channels::youtube
