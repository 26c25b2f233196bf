// multipart/form-data (RFC 7578) over bytes that stay where they are: files are views with their offsets.
// Anything that no browser and no known program sends is `form.malformed`; see
// docs/decisions/0003-multipart.md.
#pragma once
#include "http/form.h"

#include <string>
#include <string_view>

namespace http {

/// The value of a parameter of a header: ("multipart/form-data; boundary=x", "boundary") -> "x"; understands
/// quotes.
[[nodiscard]] std::optional<std::string> header_parameter(std::string_view header,
                                                          std::string_view parameter);

[[nodiscard]] base::Result<Form> parse_multipart(std::string_view body, std::string_view boundary,
                                                 const FormLimits& limits);

} // namespace http
