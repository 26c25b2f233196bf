// Bytes as text and back: hex, base64url without padding (RFC 4648).
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace base {

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_base64url(std::string_view bytes);
[[nodiscard]] Result<std::string> from_base64url(std::string_view text);
[[nodiscard]] Result<std::string> percent_decode(std::string_view text, bool plus_is_space);
[[nodiscard]] std::string percent_encode(std::string_view text);

} // namespace base
