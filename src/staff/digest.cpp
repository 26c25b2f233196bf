#include "staff/digest.h"

#include "base/encode.h"

#include <sodium.h>

#include <array>
#include <cstdint>

namespace staff {
namespace {

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t n> std::string encoded(const std::array<unsigned char, n>& hash) {
    return base::to_base64url({reinterpret_cast<const char*>(hash.data()), n});
}

} // namespace

std::string sha256(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytes(text), text.size());
    return encoded(hash);
}

std::string keyed(std::string_view key, std::initializer_list<std::string_view> parts) {
    std::array<unsigned char, crypto_generichash_KEYBYTES> inner{};
    crypto_generichash(inner.data(), inner.size(), bytes(key), key.size(), nullptr, 0);
    crypto_generichash_state state;
    crypto_generichash_init(&state, inner.data(), inner.size(), crypto_generichash_BYTES);
    for (std::string_view part : parts) {
        std::array<unsigned char, 8> size{};
        for (std::size_t i = 0; i < size.size(); ++i)
            size[i] = static_cast<unsigned char>(std::uint64_t{part.size()} >> (8 * i) & 0xFF);
        crypto_generichash_update(&state, size.data(), size.size());
        crypto_generichash_update(&state, bytes(part), part.size());
    }
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    sodium_memzero(inner.data(), inner.size());
    return encoded(hash);
}

bool same_secret(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace staff
