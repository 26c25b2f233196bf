// The HTTP edge: reads requests under limits, runs handlers on a bounded pool of workers, writes answers.
// start() fails as a value (address taken, unreadable certificate); afterwards clients only see HTTP answers.
#pragma once
#include "base/result.h"
#include "http/address.h"
#include "http/limits.h"
#include "http/metrics.h"
#include "http/router.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace http {

struct TlsFiles {
    std::filesystem::path certificate; ///< PEM, leaf first, then the chain
    std::filesystem::path key;         ///< PEM
};

struct ServerOptions {
    Limits limits = {};
    std::size_t workers = 8;    ///< threads running handlers
    std::size_t io_threads = 1; ///< event loops; each connection stays on one
    std::filesystem::path upload_dir = std::filesystem::temp_directory_path();
    std::vector<Network> trusted_proxies = {}; ///< peers whose Forwarded and X-Forwarded-* are believed
    std::optional<TlsFiles> tls = {};          ///< reread on SIGHUP and when the files change
    ErrorPage error_page = {};                 ///< empty: a plain page
    /// Below these the URL itself is a secret: Referrer-Policy no-referrer.
    std::vector<std::string> secret_paths = {"/lacak"};
};

class Edge;

class Server {
public:
    Server(Router router, ServerOptions options);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server(); ///< stops

    /// "127.0.0.1:8080", "[::]:8080", "localhost:0" (any free port). `unavailable` with the address in detail
    /// when it cannot be listened on, `invalid` for what is no address or no certificate.
    [[nodiscard]] base::Result<void> start(const std::string& listen);
    [[nodiscard]] std::uint16_t port() const noexcept;
    /// Stops accepting, ends streams, lets running requests finish within limits.stop_time. Idempotent;
    /// blocks.
    void stop();

    [[nodiscard]] Metrics metrics() const;
    /// Rereads certificate and key; a bad pair is logged and the old one stays.
    base::Result<void> reload_tls();

private:
    std::unique_ptr<Edge> edge_;
};

} // namespace http
