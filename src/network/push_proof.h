// Proving where a push comes from, on its raw bytes and in constant time.
#pragma once
#include <string>
#include <string_view>

namespace network {

/// HMAC-SHA256 (RFC 2104), 32 bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);
/// Without telling by its time where they differ; an empty secret equals nothing.
[[nodiscard]] bool is_same_secret(std::string_view given, std::string_view secret);
/// "sha256=<hex>" or "sha256=<base64>" of the body; case of the hex does not matter.
[[nodiscard]] bool is_signed_hex(std::string_view header, std::string_view key, std::string_view body);
[[nodiscard]] bool is_signed_base64(std::string_view header, std::string_view key, std::string_view body);
/// RFC 4648, with padding.
[[nodiscard]] std::string to_base64(std::string_view bytes);

} // namespace network
