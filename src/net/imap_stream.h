// The way to a mail server: a TCP connection, with TLS whose certificate is verified, as a stream of
// libetpan. TLS begins at once (imaps://) or is asked for (STARTTLS, RFC 9051 section 6.2.1); a server that
// does not offer it is left before a word of the sign-in. Inner addresses and connections without TLS are
// refused unless they are allowed.
#pragma once
#include "net/curl_handle.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

struct _mailstream; // NOLINT(bugprone-reserved-identifier): libetpan's name

namespace net {

class ImapStream {
public:
    struct Settings {
        bool allow_private = false; ///< loopback and inner networks, and imap:// without TLS
        std::string ca_file = {};   ///< whose certificates are believed; empty: those of the system
        std::chrono::seconds connect{10};
    };
    using Deadline = std::chrono::steady_clock::time_point;
    enum class Security {
        of_address, ///< TLS at once for imaps://, none for imap://
        starttls    ///< asked for on imap://, and without it nothing
    };
    enum class Refusal {
        unreachable,
        no_starttls ///< the server does not offer it, or somebody between took it away
    };

    /// `url`: "imaps://imap.contoh.go.id" or with a port; null when nobody answers there, or not safely.
    [[nodiscard]] static std::unique_ptr<ImapStream> open(const Settings& settings, const std::string& url,
                                                          Security security, Refusal& refusal);
    ~ImapStream();
    ImapStream(const ImapStream&) = delete;
    ImapStream& operator=(const ImapStream&) = delete;

    /// Handed to libetpan, which frees it; this object must live longer.
    [[nodiscard]] _mailstream* stream();
    /// Reading and writing fail after that, and when more than `most` bytes have come.
    void allow(Deadline until, std::size_t most);
    /// True when something came that nobody has read yet; waits for it at most so long. Throws nothing: a
    /// connection that is gone says true.
    [[nodiscard]] bool has_news(std::chrono::milliseconds wait);

private:
    struct Driver;
    ImapStream(CurlHandle handle, int socket) : handle_(std::move(handle)), socket_(socket) {}
    [[nodiscard]] long read(char* to, std::size_t size);
    [[nodiscard]] long write(const char* from, std::size_t size);
    [[nodiscard]] bool wait(short events, std::chrono::milliseconds most) const;

    CurlHandle handle_;
    int socket_;
    Deadline until_{};
    std::size_t left_ = 0;
    std::string ahead_; ///< read by has_news()
};

} // namespace net
