// Signing in on X's own page: OAuth 2 with PKCE, for an app that the agency made at X. A code lives for 30
// seconds. Contract mock, not verified against the vendor.
#pragma once
#include "network/sign_in.h"

namespace channels::x {

[[nodiscard]] std::string sign_in_page(const network::Connection& connection,
                                       const network::SignInWish& wish);
[[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                             const network::SignInReturn& given);
[[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                             base::Time now);

} // namespace channels::x
