// Signing in on the company's own pages, for an app that the agency made there: dialog, code, a token of an
// hour, one of sixty days, and the rights read back. Without PKCE, which these dialogs do not document: a
// code is bound to the app's secret, to the address it came to and to our state. Contract mock, not verified
// against the vendor.
#pragma once
#include "network/sign_in.h"

namespace channels::meta {

/// A token is sixty days old at most, and can be renewed when it is a day old.
inline constexpr std::chrono::hours youngest_renewal{24};

/// How one product signs in. The addresses stand on different hosts; a server of its own has them all.
struct SignInPlace {
    std::string_view dialog_server;
    std::string_view dialog;
    std::string_view token_server;
    std::string_view token;
    std::span<const std::string_view> rights;
};

/// "app_id" and "app_secret" are of the product's own app; "verify_token" is what pushes are set up with.
[[nodiscard]] std::vector<std::string> sign_in_needs();
[[nodiscard]] network::Field app_id_field();

[[nodiscard]] std::string sign_in_page(const SignInPlace& place, const network::Connection& connection,
                                       const network::SignInWish& wish, const network::Fields& more = {});
[[nodiscard]] network::Request ask_signed_in(const SignInPlace& place, const network::Connection& connection,
                                             const network::SignInReturn& given);
/// {"access_token","user_id","permissions"?}, or the same inside "data":[..]. What the answer says of
/// permissions is believed; when it says nothing they are read back later.
[[nodiscard]] base::Result<network::SignedIn>
read_signed_in(const SignInPlace& place, const network::Response& response, std::string_view next);

/// {"data":{"app_id"?,"is_valid","scopes":[..],"granular_scopes":[{"scope","target_ids"?}]}}
struct ReadBack {
    std::vector<std::string> missing; ///< everywhere
    /// Rights that hold for some accounts alone, with these.
    std::vector<std::pair<std::string, std::vector<std::string>>> narrow;
};
/// Refuses (`network.token_refused`) a token that is not valid, or of another app.
[[nodiscard]] base::Result<ReadBack> read_rights(std::span<const std::string_view> wanted,
                                                 const network::Connection& connection,
                                                 const network::Response& response);

} // namespace channels::meta
