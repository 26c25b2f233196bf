// Tokens of sixty days that are made longer while they still hold; an expired one needs a person.
#pragma once
#include "network/sign_in.h"

namespace channels::meta {

/// GET /refresh_access_token, without a version. The network wants the token in the address.
[[nodiscard]] network::Request ask_longer(const network::Connection& connection, std::string_view server,
                                          std::string_view grant);
/// {"access_token","token_type","expires_in"}
[[nodiscard]] base::Result<network::Tokens> read_longer(const network::Response& response, base::Time now);

/// GET /access_token, without a version: a token of an hour for one of sixty days. The network wants both
/// secrets in the address.
[[nodiscard]] network::Request ask_long_lived(const network::Connection& connection, std::string_view server,
                                              std::string_view grant);
[[nodiscard]] base::Result<network::SignedIn> with_long_lived(network::SignedIn so_far,
                                                              const network::Response& response,
                                                              base::Time now, std::string_view next);

} // namespace channels::meta
