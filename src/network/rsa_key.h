// RSA keys as servers of the fediverse have them: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017), in PEM. What is
// no such key signs nothing and proves nothing.
#pragma once
#include <string>
#include <string_view>

namespace network {

/// 2048 bits, PKCS #8 ("BEGIN PRIVATE KEY"). Draws on the system's randomness.
[[nodiscard]] std::string make_private_key();
/// SubjectPublicKeyInfo ("BEGIN PUBLIC KEY") of a private key; empty when it is none.
[[nodiscard]] std::string public_key_of(std::string_view private_key_pem);
/// Bytes of the signature; empty when the key is none.
[[nodiscard]] std::string rsa_signature(std::string_view private_key_pem, std::string_view text);
/// False too for keys shorter than 2048 bits or longer than 8192.
[[nodiscard]] bool is_rsa_signed(std::string_view public_key_pem, std::string_view text,
                                 std::string_view signature);
/// 32 bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// RFC 4648 with padding; empty for anything else.
[[nodiscard]] std::string from_base64(std::string_view text);

} // namespace network
