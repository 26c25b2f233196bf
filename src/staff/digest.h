// Hashes of secrets as they are kept and compared: SHA-256 and keyed BLAKE2b, in base64url.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace staff {

/// For random secrets of 128 bits and more only: passwords need Passwords.
[[nodiscard]] std::string sha256(std::string_view text);
/// BLAKE2b over the parts, each with its length, under a key of any length.
[[nodiscard]] std::string keyed(std::string_view key, std::initializer_list<std::string_view> parts);
/// In time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b) noexcept;

} // namespace staff
