// Sessions: an access token of about two hours and a refresh token of about two months, both JWTs, got with
// an app password. Signing in is rationed (bsky.social: 300 a day for an account), so tokens are kept.
#pragma once
#include "network/channel.h"

namespace channels::bluesky {

[[nodiscard]] std::vector<network::Field> sign_in_fields();

/// createSession without an access token, else getSession; both say who it is.
[[nodiscard]] network::Request ask_self(const network::Connection& connection);
[[nodiscard]] base::Result<network::Self> read_self(const network::Response& response);

/// createSession while there is no refresh token, else refreshSession.
[[nodiscard]] network::Request ask_tokens(const network::Connection& connection);
/// A refresh token that is refused is answered with empty tokens: the next `ask_tokens` signs in anew.
[[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response);

/// `exp` of a JWT, unverified; empty when it has none.
[[nodiscard]] std::optional<base::Time> expiry_of(std::string_view jwt);

} // namespace channels::bluesky
