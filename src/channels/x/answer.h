// Requests to X and what its errors mean: {"title","detail","type","status"}, or such ones in "errors".
#pragma once
#include "network/channel.h"
#include "network/form.h"

namespace channels::x {

/// `path` begins with '/'; the connection's server may be another one in tests.
[[nodiscard]] network::Request ask(const network::Connection& connection, std::string name,
                                   std::string_view path, const network::Fields& query = {});

/// 401 expired; deleted or invisible posts gone; not summoned forbidden; usage-capped and 429 limited until
/// x-rate-limit-reset (or the 24-hour one that is used up); words that were just said rejected.
[[nodiscard]] network::Judgement judge_answer(const network::Answer& answer, bool publishes);

/// From x-rate-limit-limit, -remaining, -reset (seconds since 1970), and the user's 24 hours.
[[nodiscard]] std::vector<network::Usage> usage_of(const network::Request& request,
                                                   const network::Response& response);

} // namespace channels::x
