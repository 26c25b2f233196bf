#include "people/vault.h"

#include "base/encode.h"
#include "people/vault_cache.h"

#include <sodium.h>

#include <cstring>

namespace people {
namespace {

constexpr char sealed_version = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char kdf_context[crypto_kdf_CONTEXTBYTES + 1] = "tanggapv";
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(SecretKey::size == crypto_kdf_KEYBYTES);

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

/// What a sealed text is bound to; the column comes last, so that no two places give the same words.
std::string place_of(base::AgencyId agency, IdentityId identity, std::string_view column) {
    return base::to_string(agency) + "|" + base::to_string(identity) + "|" + std::string(column);
}

/// version, nonce, cipher text and tag, in base64url.
std::string seal_with(const unsigned char* key, std::string_view place, std::string_view text) {
    std::string out(1 + nonce_size + text.size() + tag_size, '\0');
    out[0] = sealed_version;
    unsigned char* nonce = bytes(out) + 1;
    // Nonces come from libsodium itself: a repeated one would open everything, so nobody hands them in.
    randombytes_buf(nonce, nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, nullptr, bytes(text), text.size(),
                                               bytes(place), place.size(), nullptr, nonce, key);
    return base::to_base64url(out);
}

base::Result<std::string> open_with(const unsigned char* key, std::string_view place,
                                    std::string_view sealed) {
    auto unreadable = [&](const char* why) {
        return base::fail(base::Kind::broken, "vault.unreadable",
                          std::string(why) + " at " + std::string(place));
    };
    auto raw = base::from_base64url(sealed);
    if (!raw || raw->size() < 1 + nonce_size + tag_size) return unreadable("not a sealed text");
    if ((*raw)[0] != sealed_version) return unreadable("sealed in an unknown way");
    const unsigned char* nonce = bytes(*raw) + 1;
    std::size_t cipher_size = raw->size() - 1 - nonce_size;
    std::string text(cipher_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(text), nullptr, nullptr, nonce + nonce_size,
                                                   cipher_size, bytes(place), place.size(), nonce, key) != 0)
        return unreadable("altered, or sealed for another place,");
    return text;
}

constexpr std::string_view key_column = "identity_keys.wrapped";

} // namespace

IdentityKey::IdentityKey(IdentityKey&& other) noexcept
    : agency_(other.agency_), identity_(other.identity_), bytes_(other.bytes_) {
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

IdentityKey& IdentityKey::operator=(IdentityKey&& other) noexcept {
    if (this == &other) return *this;
    agency_ = other.agency_;
    identity_ = other.identity_;
    bytes_ = other.bytes_;
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
    return *this;
}

IdentityKey::~IdentityKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

std::string IdentityKey::seal(std::string_view column, std::string_view text) const {
    return seal_with(bytes_.data(), place_of(agency_, identity_, column), text);
}

base::Result<std::string> IdentityKey::open(std::string_view column, std::string_view sealed) const {
    return open_with(bytes_.data(), place_of(agency_, identity_, column), sealed);
}

Vault::Vault(SecretKey master) : cache_(std::make_unique<Cache>()) {
    crypto_kdf_derive_from_key(wrapping_.bytes(), SecretKey::size, 1, kdf_context, master.bytes());
    crypto_kdf_derive_from_key(lookup_.bytes(), SecretKey::size, 2, kdf_context, master.bytes());
    crypto_kdf_derive_from_key(agencies_.bytes(), SecretKey::size, 3, kdf_context, master.bytes());
}

Vault::~Vault() = default;

Vault::NewKey Vault::make_key(base::AgencyId agency, IdentityId identity) const {
    IdentityKey key(agency, identity);
    randombytes_buf(key.bytes_.data(), key.bytes_.size());
    std::string wrapped = seal_with(wrapping_.bytes(), place_of(agency, identity, key_column),
                                    {reinterpret_cast<const char*>(key.bytes_.data()), key.bytes_.size()});
    return {.key = std::move(key), .wrapped = std::move(wrapped)};
}

base::Result<IdentityKey> Vault::unwrap(base::AgencyId agency, IdentityId identity,
                                        std::string_view wrapped) const {
    IdentityKey key(agency, identity);
    if (cache_->find(agency, identity, wrapped, key.bytes_)) return key;
    auto opened = open_with(wrapping_.bytes(), place_of(agency, identity, key_column), wrapped);
    if (!opened) return base::pass(opened);
    const bool is_key = opened->size() == SecretKey::size;
    if (is_key) std::memcpy(key.bytes_.data(), opened->data(), SecretKey::size);
    sodium_memzero(opened->data(), opened->size());
    if (!is_key)
        return base::fail(base::Kind::broken, "vault.unreadable", "a wrapped key has the wrong size");
    cache_->keep(agency, identity, wrapped, key.bytes_);
    return key;
}

void Vault::forget(base::AgencyId agency, IdentityId identity) const {
    cache_->forget(agency, identity);
}

std::string Vault::seal(base::AgencyId agency, std::string_view place, std::string_view text) const {
    return seal_with(agencies_.bytes(), base::to_string(agency) + "|" + std::string(place), text);
}

base::Result<std::string> Vault::open(base::AgencyId agency, std::string_view place,
                                      std::string_view sealed) const {
    return open_with(agencies_.bytes(), base::to_string(agency) + "|" + std::string(place), sealed);
}

std::string Vault::lookup(base::AgencyId agency, std::string_view network,
                          std::string_view network_id) const {
    const std::string place = base::to_string(agency) + "|" + std::to_string(network.size()) + "|" +
                              std::string(network) + "|" + std::string(network_id);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes(place), place.size(), lookup_.bytes(),
                       SecretKey::size);
    return base::to_base64url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

} // namespace people
