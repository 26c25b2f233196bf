#include "channels/x/session.h"

#include "channels/x/answer.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

namespace channels::x {

std::vector<network::Field> sign_in_fields() {
    return {{.name = "token"},
            {.name = "refresh_token", .is_needed = false},
            {.name = "client_id", .is_secret = false, .is_needed = false},
            {.name = "client_secret", .is_needed = false},
            {.name = "consumer_secret", .is_needed = false}};
}

network::Request ask_self(const network::Connection& connection) {
    return ask(connection, "users.me", "/2/users/me", {{"user.fields", "protected"}});
}

base::Result<network::Self> read_self(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto id = network::text_in(*body, "data.id");
    if (response.status != 200 || id.empty())
        return base::fail(base::Kind::broken, "network.unreadable", "no data.id");
    network::Self self{.own_id = id, .handle = "@" + network::text_in(*body, "data.username")};
    // What a protected account says is seen by its followers alone.
    if (network::flag_in(*body, "data.protected")) self.missing.emplace_back("protected:false");
    return self;
}

std::optional<network::Request> ask_tokens(const network::Connection& connection) {
    const auto token = connection.secret("refresh_token");
    if (token.empty()) return std::nullopt;
    auto request = ask(connection, "oauth2.token", "/2/oauth2/token");
    request.method = "POST";
    request.headers.clear();
    const std::string id(connection.secret("client_id"));
    const auto secret = connection.secret("client_secret");
    network::Fields fields{{"grant_type", "refresh_token"}, {"refresh_token", std::string(token)}};
    // A confidential client proves itself in the header, a public one only names itself.
    if (secret.empty())
        fields.emplace_back("client_id", id);
    else
        request.headers.push_back(
            {"Authorization", "Basic " + network::to_base64(id + ":" + std::string(secret))});
    network::set_form(request, fields);
    return request;
}

base::Result<network::Tokens> read_tokens(const network::Response& response, base::Time now) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto access = network::text_in(*body, "access_token");
    if (response.status != 200 || access.empty())
        return base::fail(base::Kind::broken, "network.unreadable", network::text_in(*body, "error"));
    network::Tokens tokens{.secrets = {{"token", access}}};
    if (auto refresh = network::text_in(*body, "refresh_token"); !refresh.empty())
        tokens.secrets["refresh_token"] = std::move(refresh);
    if (auto seconds = network::number_in(*body, "expires_in");
        seconds && *seconds > 0 && *seconds < 31'536'000)
        tokens.expires_at = now + std::chrono::seconds(*seconds);
    return tokens;
}

} // namespace channels::x
