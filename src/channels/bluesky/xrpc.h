// Requests of XRPC and what its errors mean: {"error": Name, "message": words}.
#pragma once
#include "network/channel.h"
#include "network/form.h"

namespace channels::bluesky {

/// The request is named by its method: "com.atproto.repo.getRecord".
[[nodiscard]] network::Request xrpc(const network::Connection& connection, std::string method,
                                    const network::Fields& query = {});
/// A procedure: POST with a JSON body.
[[nodiscard]] network::Request xrpc_call(const network::Connection& connection, std::string method,
                                         const base::json::Object& input);
void bear(network::Request& request, std::string_view token);

/// ExpiredToken expired; InvalidToken, AuthenticationRequired, AccountTakedown and their like revoked;
/// RateLimitExceeded limited until ratelimit-reset; RecordNotFound, NotFound gone; else by the status.
[[nodiscard]] network::Judgement judge_answer(const network::Answer& answer, bool publishes);

/// The name of the error; empty when the body has none.
[[nodiscard]] std::string error_of(const network::Response& response);

/// From ratelimit-limit, -remaining, -reset (seconds since 1970).
[[nodiscard]] std::vector<network::Usage> usage_of(const network::Request& request,
                                                   const network::Response& response);

} // namespace channels::bluesky
