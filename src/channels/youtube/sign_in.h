// Signing in on Google's page as owner of a channel: OAuth 2 with PKCE, for a client that the agency made.
// Contract mock, not verified against the vendor.
#pragma once
#include "network/sign_in.h"

namespace channels::youtube {

[[nodiscard]] std::string sign_in_page(const network::Connection& connection,
                                       const network::SignInWish& wish);
[[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                             const network::SignInReturn& given);
/// Without a refresh token the account would be lost within the hour: that is a right that is missing.
[[nodiscard]] base::Result<network::SignedIn> read_signed_in(network::Tokens tokens, std::string_view body);

} // namespace channels::youtube
