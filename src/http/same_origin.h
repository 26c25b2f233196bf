// Guards against forms posted from other sites, without JavaScript: what browsers say about where a request
// comes from. For every unsafe method whose authority is a cookie; links with a secret of their own need none
// of it.
#pragma once
#include "http/request.h"

namespace http {

/// Sec-Fetch-Site same-origin or none; without it Origin, without that Referer must name the request's host.
/// A request with none of the three comes from no current browser and carries no cookie against its owner's
/// will.
[[nodiscard]] bool is_same_origin(const Request& request);

/// Compares in time that depends on the lengths alone: tokens, signatures.
[[nodiscard]] bool equal_secrets(std::string_view a, std::string_view b) noexcept;

} // namespace http
