// Tokens of sixty days that are made longer while they still hold; an expired one needs a person.
#pragma once
#include "network/channel.h"

namespace channels::meta {

/// GET /refresh_access_token, without a version. The network wants the token in the address.
[[nodiscard]] network::Request ask_longer(const network::Connection& connection, std::string_view server,
                                          std::string_view grant);
/// {"access_token","token_type","expires_in"}
[[nodiscard]] base::Result<network::Tokens> read_longer(const network::Response& response, base::Time now);

} // namespace channels::meta
