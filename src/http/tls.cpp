#include "http/tls.h"

#include <fmt/format.h>

#include <array>
#include <openssl/err.h>
#include <string_view>
#include <sys/stat.h>

namespace http {
namespace {

std::unexpected<base::Problem> unusable(const std::filesystem::path& file) {
    std::array<char, 256> why{};
    ERR_error_string_n(ERR_get_error(), why.data(), why.size());
    ERR_clear_error();
    return base::fail(base::Kind::invalid, "tls.unusable", fmt::format("{}: {}", file.string(), why.data()));
}

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                    const unsigned char* offered, unsigned int offered_size, void*) {
    static constexpr std::string_view ours = "\x08http/1.1";
    unsigned char* out = nullptr;
    int found = SSL_select_next_proto(&out, chosen_size, reinterpret_cast<const unsigned char*>(ours.data()),
                                      static_cast<unsigned int>(ours.size()), offered, offered_size);
    *chosen = out;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

base::Result<TlsContext> load_tls(const TlsFiles& files) {
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context) return unusable(files.certificate);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1)
        return unusable(files.certificate);
    if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context.get()) != 1)
        return unusable(files.key);
    return context;
}

std::string fingerprint(const TlsFiles& files) {
    std::string all;
    for (const auto& path : {files.certificate, files.key}) {
        struct stat about{};
        if (::stat(path.c_str(), &about) == 0)
            all += fmt::format("{}:{}:{}.{};", about.st_ino, about.st_size, about.st_mtim.tv_sec,
                               about.st_mtim.tv_nsec);
    }
    return all;
}

} // namespace http
