// Requests of the Graph API, what its errors mean ({"error":{"message","type","code","error_subcode"}}), and
// how much it still takes. Codes and headers beyond the fact sheet are from general knowledge of the API.
#pragma once
#include "network/channel.h"
#include "network/form.h"

namespace channels::meta {

/// A version lives about two years; as data with the day on which it was the newest.
struct ApiVersion {
    std::string_view name;
    std::string_view as_of; ///< ISO day
};
inline constexpr ApiVersion graph_version{"v26.0", "2026-11-22"};

/// `path` begins with '/' and comes behind the version; the token goes into a header, never into the address.
/// `server` stands for connection.server when that is empty.
[[nodiscard]] network::Request ask(const network::Connection& connection, std::string_view server,
                                   std::string name, std::string_view path, const network::Fields& query = {},
                                   std::string_view version = graph_version.name);

/// 190 expired or revoked by its subcode; 4, 17, 32, 613 and their like limited; 10, 200-299 forbidden; 368
/// limited for a day; 100/33 gone; 1, 2 nobody knows; else by the status.
[[nodiscard]] network::Judgement judge_answer(const network::Answer& answer, bool publishes);

/// X-App-Usage, X-Page-Usage, X-Business-Use-Case-Usage: percent, as used of 100.
[[nodiscard]] std::vector<network::Usage> usage_of(const network::Response& response, base::Time now);

} // namespace channels::meta
