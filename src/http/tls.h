// Certificates: TLS 1.2 and newer with the files of the operator. A pair that cannot be used is `invalid`
// with OpenSSL's words in detail.
#pragma once
#include "base/result.h"
#include "http/server.h"

#include <filesystem>
#include <memory>
#include <openssl/ssl.h>

namespace http {

using TlsContext = std::shared_ptr<SSL_CTX>;
[[nodiscard]] base::Result<TlsContext> load_tls(const TlsFiles& files);

/// Changes when either file is written or replaced; also through a link, as certbot does.
[[nodiscard]] std::string fingerprint(const TlsFiles& files);

} // namespace http
