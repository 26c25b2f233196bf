#include "people/secret.h"

#include "base/encode.h"

#include <sodium.h>

#include <array>

namespace people {
namespace {
constexpr std::size_t secret_bytes = 16;
constexpr std::size_t secret_symbols = 22;
} // namespace

Secret make_secret(const base::Random& random) {
    Secret out{.text = base::to_base64url(random(secret_bytes)), .hash = {}};
    out.hash = hash_of_secret(out.text);
    return out;
}

std::string hash_of_secret(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return base::to_base64url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

bool matches(std::string_view text, std::string_view hash) noexcept {
    if (text.size() != secret_symbols) return false;
    std::string given = hash_of_secret(text);
    return given.size() == hash.size() && sodium_memcmp(given.data(), hash.data(), hash.size()) == 0;
}

} // namespace people
