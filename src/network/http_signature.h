// Requests that prove who sends them by a signature over their parts, as servers of the fediverse exchange
// them: made after draft-cavage-http-signatures-12, verified after that and after RFC 9421 with RFC 9530.
// Refusals, for which 401 is the answer: `network.unsigned` (nothing that could be verified),
// `network.stale` (too old, or of the future), `network.altered` (body or host are not what was signed).
#pragma once
#include "base/result.h"
#include "network/exchange.h"

namespace network {

/// A request as it came.
struct Incoming {
    std::string method;          ///< "POST"
    std::string target;          ///< path and query as they were sent
    std::string origin;          ///< "https://lapor.contoh.go.id": this server, as the sender must mean it
    std::vector<Header> headers; ///< all of them
    std::string_view body;
};

/// What a signature says, before its key is known.
struct Claim {
    std::string key_id;
    std::vector<std::string> texts; ///< one of them was signed: with the query and, by some, without it
    std::string signature;          ///< bytes
};

/// Everything but the signature itself is checked: what has to be signed is, time and body fit. A POST must
/// sign method, path, host, time and body; a GET all but the body. An hour of clocks that differ is forgiven.
[[nodiscard]] base::Result<Claim> read_claim(const Incoming& request, base::Time now);
[[nodiscard]] bool is_proven(const Claim& claim, std::string_view public_key_pem);

/// Host, Date, Digest (of a POST) and Signature for a request with `signing`.
[[nodiscard]] std::vector<Header> signature_headers(const Request& request, base::Time now);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, IMF-fixdate).
[[nodiscard]] std::string http_date(base::Time time);
[[nodiscard]] std::optional<base::Time> read_http_date(std::string_view text);

} // namespace network
