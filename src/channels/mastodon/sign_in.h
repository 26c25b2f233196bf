// Signing in on the server's own page: an app of its own, authorization code with PKCE
// (docs.joinmastodon.org, 2026-07; PKCE since 4.3, older servers pass over it).
#pragma once
#include "network/sign_in.h"

namespace channels::mastodon {

/// The rights that are asked for.
[[nodiscard]] std::span<const std::string_view> rights() noexcept;

[[nodiscard]] network::Request ask_app(const network::Connection& connection, const std::string& back);
[[nodiscard]] base::Result<std::map<std::string, std::string, std::less<>>>
read_app(const network::Response& response);
[[nodiscard]] std::string sign_in_page(const network::Connection& connection,
                                       const network::SignInWish& wish);
[[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                             const network::SignInReturn& given);
[[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response);

} // namespace channels::mastodon
