#include "network/push_proof.h"

#include "base/encode.h"
#include "base/text.h"

#include <sodium.h>

#include <array>

namespace network {
namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(bytes), bytes.size());
    std::string out(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(out.data()));
    return out;
}

bool is_same_secret(std::string_view given, std::string_view secret) {
    // Hashes of one length are compared, so that neither length nor content shows in the time.
    if (secret.empty()) return false;
    std::array<unsigned char, 32> a{};
    std::array<unsigned char, 32> b{};
    crypto_generichash(a.data(), a.size(), bytes_of(given), given.size(), nullptr, 0);
    crypto_generichash(b.data(), b.size(), bytes_of(secret), secret.size(), nullptr, 0);
    return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_signed_hex(std::string_view header, std::string_view key, std::string_view body) {
    if (key.empty() || !header.starts_with("sha256=")) return false;
    return is_same_secret(base::lower_ascii(header.substr(7)), base::to_hex(hmac_sha256(key, body)));
}

bool is_signed_base64(std::string_view header, std::string_view key, std::string_view body) {
    if (key.empty() || !header.starts_with("sha256=")) return false;
    return is_same_secret(header.substr(7), to_base64(hmac_sha256(key, body)));
}

std::string to_base64(std::string_view bytes) {
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

} // namespace network
