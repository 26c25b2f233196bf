// From the head on the wire to a Request: decoded path, query and cookies, who asks, in which language, under
// which id. What is not UTF-8, has NUL or no usable host is `request.malformed`; the Request is then filled
// as far as it was readable.
#pragma once
#include "base/result.h"
#include "http/address.h"
#include "http/request.h"
#include "http/wire_parser.h"

#include <span>
#include <string>
#include <string_view>

namespace http {

struct Arrival {
    Address peer;
    std::string_view scheme; ///< of the connection itself
    std::span<const Network> trusted;
};

[[nodiscard]] base::Result<void> read_head(const WireHead& head, const Arrival& arrival, Request& request);

[[nodiscard]] Fields parse_cookies(std::string_view header);

/// Thirteen symbols without look-alikes, different for each request of all runs.
[[nodiscard]] std::string new_request_id();

} // namespace http
