#include "net/imap_stream.h"

#include <algorithm>
#include <cerrno>
#include <libetpan/mailstream.h>
#include <new>
#include <poll.h>
#include <sys/socket.h>

namespace net {
namespace {

using Clock = std::chrono::steady_clock;

/// libetpan expects one, and the server said its own before TLS, to libcurl.
constexpr std::string_view greeting = "* OK ready\r\n";

/// A host with a port, nothing more: libcurl opens the connection and speaks no protocol over it, but for
/// STARTTLS.
std::string connect_url(const std::string& url, bool allow_private, bool asks_for_tls) {
    const bool has_tls = url.starts_with("imaps://");
    if (asks_for_tls && has_tls) return {};
    if (!has_tls && !((allow_private || asks_for_tls) && url.starts_with("imap://"))) return {};
    std::string where = url.substr(has_tls ? 8 : 7);
    const bool is_plain = std::ranges::all_of(where, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']';
    });
    if (where.empty() || where.size() > 260 || !is_plain) return {};
    const auto after_host = where.starts_with('[') ? where.find(']') : 0;
    if (where.find(':', after_host == std::string::npos ? 0 : after_host) == std::string::npos)
        where += has_tls ? ":993" : ":143";
    if (asks_for_tls) return "imap://" + where;
    return (has_tls ? "https://" : "http://") + where;
}

/// STARTTLS or nothing. libcurl refuses a greeting that is signed in already, and whatever came in plain
/// behind the answer to STARTTLS: it would be taken for an answer inside TLS (CVE-2011-0411).
void ask_for_tls(CURL* handle, std::chrono::seconds longest) {
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "imap");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(longest.count()));
}

} // namespace

/// What libetpan calls.
struct ImapStream::Driver {
    static ImapStream& of(mailstream_low* low) { return *static_cast<ImapStream*>(low->data); }
    static ssize_t read(mailstream_low* low, void* to, std::size_t size) {
        return of(low).read(static_cast<char*>(to), size);
    }
    static ssize_t write(mailstream_low* low, const void* from, std::size_t size) {
        return of(low).write(static_cast<const char*>(from), size);
    }
    static int close(mailstream_low* /*low*/) { return 0; }
    static int socket(mailstream_low* low) { return of(low).socket_; }
    static void free(mailstream_low* low) { std::free(low); } // NOLINT: libetpan made it with malloc
    static void cancel(mailstream_low* /*low*/) {}
    static struct mailstream_cancel* no_cancel(mailstream_low* /*low*/) { return nullptr; }
    static carray* no_chain(mailstream_low* /*low*/) { return nullptr; }
    static int idle(mailstream_low* /*low*/) { return 0; }

    static mailstream_low_driver* table() {
        static mailstream_low_driver driver{
            .mailstream_read = read,
            .mailstream_write = write,
            .mailstream_close = close,
            .mailstream_get_fd = socket,
            .mailstream_free = free,
            .mailstream_cancel = cancel,
            .mailstream_get_cancel = no_cancel,
            .mailstream_get_certificate_chain = no_chain,
            .mailstream_setup_idle = idle,
            .mailstream_unsetup_idle = idle,
            .mailstream_interrupt_idle = idle,
        };
        return &driver;
    }
};

std::unique_ptr<ImapStream> ImapStream::open(const Settings& settings, const std::string& url,
                                             Security security, Refusal& refusal) {
    start_curl();
    refusal = Refusal::unreachable;
    const bool asks = security == Security::starttls;
    const auto where = connect_url(url, settings.allow_private, asks);
    if (where.empty()) return nullptr;
    CurlHandle handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    set_borders(handle.get(), settings.allow_private);
    set(CURLOPT_URL, where.c_str());
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_SSL_ENABLE_ALPN, 0L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect.count()));
    set(CURLOPT_TIMEOUT, static_cast<long>(settings.connect.count()));
    if (!settings.ca_file.empty()) set(CURLOPT_CAINFO, settings.ca_file.c_str());
    if (asks) ask_for_tls(handle.get(), settings.connect);
    curl_socket_t socket = CURL_SOCKET_BAD;
    const auto result = curl_easy_perform(handle.get());
    if (result == CURLE_USE_SSL_FAILED) refusal = Refusal::no_starttls;
    if (result != CURLE_OK || curl_easy_getinfo(handle.get(), CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK ||
        socket == CURL_SOCKET_BAD)
        return nullptr;
    auto out = std::unique_ptr<ImapStream>(new ImapStream(std::move(handle), socket));
    if (asks) out->ahead_ = greeting;
    return out;
}

ImapStream::~ImapStream() {
    // libcurl takes leave of a server that it spoke IMAP with, and would wait for the answer.
    ::shutdown(socket_, SHUT_RD);
}

_mailstream* ImapStream::stream() {
    auto* low = mailstream_low_new(this, Driver::table());
    auto* out = low ? mailstream_new(low, 8192) : nullptr;
    if (!out) throw std::bad_alloc();
    return out;
}

void ImapStream::allow(Deadline until, std::size_t most) {
    until_ = until;
    left_ = most;
}

bool ImapStream::wait(short events, std::chrono::milliseconds most) const {
    pollfd one{.fd = socket_, .events = events, .revents = 0};
    const auto count = std::clamp<std::int64_t>(most.count(), 0, 3'600'000);
    return ::poll(&one, 1, static_cast<int>(count)) > 0;
}

long ImapStream::read(char* to, std::size_t size) {
    if (!ahead_.empty()) {
        const auto count = std::min(size, ahead_.size());
        ahead_.copy(to, count);
        ahead_.erase(0, count);
        return static_cast<long>(count);
    }
    for (;;) {
        std::size_t count = 0;
        const auto result = curl_easy_recv(handle_.get(), to, size, &count);
        if (result == CURLE_OK) {
            if (count == 0 || count > left_) return -1; // closed, or more than may come
            left_ -= count;
            return static_cast<long>(count);
        }
        const auto now = Clock::now();
        if (result != CURLE_AGAIN || now >= until_) return -1;
        (void)wait(POLLIN, std::chrono::ceil<std::chrono::milliseconds>(until_ - now));
    }
}

long ImapStream::write(const char* from, std::size_t size) {
    for (;;) {
        std::size_t count = 0;
        const auto result = curl_easy_send(handle_.get(), from, size, &count);
        if (result == CURLE_OK) return static_cast<long>(count);
        const auto now = Clock::now();
        if (result != CURLE_AGAIN || now >= until_) return -1;
        (void)wait(POLLOUT, std::chrono::ceil<std::chrono::milliseconds>(until_ - now));
    }
}

bool ImapStream::has_news(std::chrono::milliseconds wait_for) {
    if (!ahead_.empty()) return true;
    const auto until = Clock::now() + wait_for;
    for (;;) {
        // What TLS holds already shows on no socket: it is asked first.
        char bytes[1024];
        std::size_t count = 0;
        const auto result = curl_easy_recv(handle_.get(), bytes, sizeof bytes, &count);
        if (result == CURLE_OK && count > 0) ahead_.append(bytes, count);
        if (result != CURLE_AGAIN) return true;
        const auto now = Clock::now();
        if (now >= until) return false;
        (void)wait(POLLIN, std::chrono::ceil<std::chrono::milliseconds>(until - now));
    }
}

} // namespace net
