// From the token of a person to that of a Page: which Pages they manage, and what the app may do on each.
// Contract mock, not verified against the vendor.
#pragma once
#include "channels/meta/sign_in.h"

namespace channels::meta {

/// What is asked after the code, one after the other: "longer", "rights", "pages".
[[nodiscard]] network::Request ask_page_token(const network::Connection& connection,
                                              const network::SignedIn& so_far);
/// Ends with the Pages as choices, each with a token of its own, which does not run out; the person's is
/// dropped. Who manages none is refused: invalid `network.no_page`.
[[nodiscard]] base::Result<network::SignedIn> read_page_token(std::span<const std::string_view> rights,
                                                              const network::Connection& connection,
                                                              network::SignedIn so_far,
                                                              const network::Response& response);

} // namespace channels::meta
