#include "channels/x/sign_in.h"

#include "channels/x/answer.h"
#include "channels/x/session.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

#include <array>

namespace channels::x {
namespace {

/// Messages are passed over, so their rights are not asked for.
constexpr std::array<std::string_view, 5> needed{"users.read", "tweet.read", "tweet.write", "media.write",
                                                 "offline.access"};

} // namespace

std::string sign_in_page(const network::Connection& connection, const network::SignInWish& wish) {
    // The page stands elsewhere than the API; a server of its own has both.
    return (connection.server.empty() ? "https://x.com" : connection.server) + "/i/oauth2/authorize?" +
           network::authorization_query(connection, wish, needed);
}

network::Request ask_signed_in(const network::Connection& connection, const network::SignInReturn& given) {
    auto request = ask(connection, "oauth2.token", "/2/oauth2/token");
    request.method = "POST";
    request.headers.clear();
    const std::string id(connection.secret("client_id"));
    const auto secret = connection.secret("client_secret");
    if (!secret.empty())
        request.headers.push_back(
            {"Authorization", "Basic " + network::to_base64(id + ":" + std::string(secret))});
    network::set_form(request, {{"grant_type", "authorization_code"},
                                {"code", given.code},
                                {"client_id", id},
                                {"redirect_uri", given.back},
                                {"code_verifier", given.verifier}});
    return request;
}

base::Result<network::SignedIn> read_signed_in(const network::Response& response, base::Time now) {
    auto tokens = read_tokens(response, now);
    if (!tokens) return base::pass(tokens);
    auto body = network::read_json(response.body);
    return network::SignedIn{
        .tokens = std::move(*tokens),
        .missing = network::not_granted(needed, body ? network::text_in(*body, "scope") : std::string())};
}

} // namespace channels::x
