// What every call of the Mastodon client API shares: address and token, errors, pages, budgets.
// Source: docs.joinmastodon.org (2026-07), spoken by GoToSocial and snac too.
#pragma once
#include "network/channel.h"
#include "network/form.h"

namespace channels::mastodon {

/// `path` begins with "/api"; nothing else of the connection than server and token is used.
[[nodiscard]] network::Request ask(const network::Connection& connection, std::string name,
                                   std::string_view path, const network::Fields& query = {});

/// The usual verdicts; 429 until X-RateLimit-Reset. `code` is "422 Validation failed: ...".
[[nodiscard]] network::Judgement judged(const network::Answer& answer, bool publishes);

/// X-RateLimit-Limit, -Remaining, -Reset (ISO 8601, not seconds). Uploads are counted apart.
[[nodiscard]] std::vector<network::Usage> used(const network::Request& request,
                                               const network::Response& response);

/// Parameter `name` of the address that the Link header gives for `rel`; empty when there is none.
[[nodiscard]] std::string in_link(const network::Response& response, std::string_view rel,
                                  std::string_view name);

/// "mastodon.example" of "https://mastodon.example:8443/".
[[nodiscard]] std::string host_of(std::string_view url);
/// The domain that local handles belong to: as the server says, else its host.
[[nodiscard]] std::string domain_of(const network::Connection& connection);

/// An id as it may stand in a path: letters, digits, "-" and "_", at most 100; empty otherwise.
[[nodiscard]] std::string checked_id(std::string_view id);

} // namespace channels::mastodon
