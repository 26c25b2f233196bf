// Tokens of OAuth 2: an access token of two hours and, with the right offline.access, a refresh token that is
// spent by each use.
#pragma once
#include "network/channel.h"

namespace channels::x {

[[nodiscard]] std::vector<network::Field> sign_in_fields();
[[nodiscard]] network::Request ask_self(const network::Connection& connection);
[[nodiscard]] base::Result<network::Self> read_self(const network::Response& response);

/// Empty without a refresh token.
[[nodiscard]] std::optional<network::Request> ask_tokens(const network::Connection& connection);
/// The refresh token is among the secrets only when a new one came.
[[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response, base::Time now);

} // namespace channels::x
