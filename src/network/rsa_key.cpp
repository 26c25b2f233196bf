#include "network/rsa_key.h"

#include <sodium.h>

#include <memory>
#include <mutex>
#include <new>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <unordered_map>

namespace network {
namespace {

struct Free {
    void operator()(EVP_PKEY* p) const noexcept { EVP_PKEY_free(p); }
    void operator()(EVP_MD_CTX* p) const noexcept { EVP_MD_CTX_free(p); }
    void operator()(BIO* p) const noexcept { BIO_free(p); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free>;
using Pem = std::unique_ptr<BIO, Free>;

constexpr std::size_t longest_pem = 16'384;
constexpr int fewest_bits = 2048;
constexpr int most_bits = 8192;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Nobody is there to be asked for a password.
int no_password(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) {
    return -1;
}

Pem pem_of(std::string_view text) {
    if (text.empty() || text.size() > longest_pem) return nullptr;
    return Pem(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Key private_key(std::string_view text) {
    const auto pem = pem_of(text);
    Key key(pem ? PEM_read_bio_PrivateKey(pem.get(), nullptr, no_password, nullptr) : nullptr);
    if (key && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) key.reset();
    return key;
}

/// "BEGIN PUBLIC KEY"; older servers have "BEGIN RSA PUBLIC KEY" (PKCS #1).
Key public_key(std::string_view text) {
    auto pem = pem_of(text);
    if (!pem) return nullptr;
    Key key(PEM_read_bio_PUBKEY(pem.get(), nullptr, no_password, nullptr));
    if (!key && text.find("BEGIN RSA PUBLIC KEY") != std::string_view::npos) {
        pem = pem_of(text);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
        if (RSA* rsa = PEM_read_bio_RSAPublicKey(pem.get(), nullptr, no_password, nullptr)) {
            key.reset(EVP_PKEY_new());
            if (!key || EVP_PKEY_assign_RSA(key.get(), rsa) != 1) {
                RSA_free(rsa);
                key.reset();
            }
        }
#pragma clang diagnostic pop
    }
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) return nullptr;
    const int bits = EVP_PKEY_get_bits(key.get());
    return bits < fewest_bits || bits > most_bits ? nullptr : std::move(key);
}

/// Keys of those who wrote lately: OpenSSL 3.0 takes some twenty times as long to read a key as to verify
/// with it.
class KnownKeys {
public:
    /// The key of a PEM text; null when it is none.
    std::shared_ptr<EVP_PKEY> find(std::string_view pem) {
        const std::string text(pem);
        {
            const std::scoped_lock lock(mutex_);
            if (const auto found = keys_.find(text); found != keys_.end()) return found->second;
        }
        std::shared_ptr<EVP_PKEY> key = public_key(pem);
        if (!key) return key;
        const std::scoped_lock lock(mutex_);
        if (keys_.size() >= most) keys_.clear();
        return keys_.emplace(text, std::move(key)).first->second;
    }

private:
    static constexpr std::size_t most = 500; // some 3 KB each
    std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<EVP_PKEY>> keys_;
};

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

} // namespace

std::string make_private_key() {
    const Key key(EVP_RSA_gen(2048));
    const Pem pem(BIO_new(BIO_s_mem()));
    if (!key || !pem ||
        PEM_write_bio_PrivateKey(pem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        throw std::bad_alloc();
    return text_of(pem.get());
}

std::string public_key_of(std::string_view private_key_pem) {
    const auto key = private_key(private_key_pem);
    const Pem pem(BIO_new(BIO_s_mem()));
    if (!key || !pem || PEM_write_bio_PUBKEY(pem.get(), key.get()) != 1) return {};
    return text_of(pem.get());
}

std::string rsa_signature(std::string_view private_key_pem, std::string_view text) {
    const auto key = private_key(private_key_pem);
    const Digest digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!key || !digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, bytes_of(text), text.size()) != 1)
        return {};
    std::string out(size, '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes_of(text),
                       text.size()) != 1)
        return {};
    out.resize(size);
    return out;
}

bool is_rsa_signed(std::string_view public_key_pem, std::string_view text, std::string_view signature) {
    static KnownKeys known;
    const auto key = known.find(public_key_pem);
    const Digest digest(EVP_MD_CTX_new());
    return key && digest && !signature.empty() &&
           EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(text),
                            text.size()) == 1;
}

std::string sha256(std::string_view bytes) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), bytes_of(bytes), bytes.size());
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(),
                          nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return {};
    out.resize(size);
    return out;
}

} // namespace network
