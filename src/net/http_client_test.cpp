#include "net/http_client.h"
#include "net/private_address.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <cstring>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace net {
namespace {

using namespace std::chrono_literals;

bool is_inside(const char* text) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    if (::inet_pton(AF_INET, text, &v4.sin_addr) == 1) return is_private(reinterpret_cast<sockaddr*>(&v4));
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text, &v6.sin6_addr), 1) << text;
    return is_private(reinterpret_cast<sockaddr*>(&v6));
}

TEST(PrivateAddress, knows_what_lies_inside) {
    for (const char* inside :
         {"127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1",
          "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1",
          "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "ff02::1"})
        EXPECT_TRUE(is_inside(inside)) << inside;
    for (const char* outside : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"})
        EXPECT_FALSE(is_inside(outside)) << outside;
}

/// A server of one thread on loopback that answers each connection by what it is told.
class Peer {
public:
    using Serve = std::function<void(int socket, const std::string& request)>;
    explicit Peer(Serve serve) : serve_(std::move(serve)) {
        listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in any{};
        any.sin_family = AF_INET;
        any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr*>(&any), sizeof any), 0);
        EXPECT_EQ(::listen(listening_, 8), 0);
        socklen_t size = sizeof any;
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&any), &size);
        port_ = ntohs(any.sin_port);
        thread_ = std::jthread([this] { run(); });
    }
    ~Peer() {
        ::shutdown(listening_, SHUT_RDWR);
        ::close(listening_);
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
    std::atomic<int> connections = 0;

private:
    void run() {
        for (int socket = 0; (socket = ::accept(listening_, nullptr, nullptr)) >= 0;) {
            ++connections;
            std::string request(65536, '\0');
            const auto n = ::recv(socket, request.data(), request.size(), 0);
            request.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
            serve_(socket, request);
            ::close(socket);
        }
    }
    Serve serve_;
    int listening_ = -1;
    int port_ = 0;
    std::jthread thread_;
};

void answer(int socket, const std::string& bytes) {
    (void)::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

TEST(HttpClient, carries_a_request_and_its_answer) {
    std::string seen;
    Peer peer([&](int socket, const std::string& request) {
        seen = request;
        answer(socket, "HTTP/1.1 201 Created\r\nX-Left: 12\r\nContent-Length: 2\r\n\r\nok");
    });
    HttpClient client({.allow_private = true});
    const auto out = client.exchange(
        {.method = "POST", .url = peer.url() + "a?b=1", .headers = {{"X-Key", "k"}}, .body = "hello"});
    ASSERT_TRUE(out.response);
    EXPECT_TRUE(out.was_sent);
    EXPECT_EQ(out.response->status, 201);
    EXPECT_EQ(out.response->body, "ok");
    EXPECT_EQ(out.response->headers.at(0), (std::pair<std::string, std::string>("X-Left", "12")));
    EXPECT_TRUE(seen.starts_with("POST /a?b=1 HTTP/1.1\r\n"));
    EXPECT_NE(seen.find("X-Key: k\r\n"), std::string::npos);
    EXPECT_TRUE(seen.ends_with("\r\n\r\nhello"));
}

TEST(HttpClient, never_goes_inside_unless_it_may) {
    Peer peer([](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    HttpClient client({});
    auto https = peer.url();
    https.insert(4, "s");
    for (const auto& url :
         {peer.url(), https, std::string("file:///etc/passwd"), std::string("gopher://127.0.0.1/")}) {
        const auto out = client.exchange({.url = url});
        EXPECT_FALSE(out.response) << url;
        EXPECT_FALSE(out.was_sent) << url;
    }
    EXPECT_EQ(peer.connections, 0);
}

TEST(HttpClient, says_whether_anything_left) {
    HttpClient client({.allow_private = true, .connect = 1s});
    EXPECT_FALSE(client.exchange({.method = "POST", .url = "http://127.0.0.1:1/"}).was_sent);
    Peer silent([](int, const std::string&) {}); // takes it, and hangs up
    const auto out = client.exchange({.method = "POST", .url = silent.url(), .body = "x"});
    EXPECT_FALSE(out.response);
    EXPECT_TRUE(out.was_sent);
    EXPECT_EQ(silent.connections, 1) << "what changes something is never repeated";
}

TEST(HttpClient, ends_what_is_too_slow_or_too_large) {
    Peer slow([](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        for (int i = 0; i < 30; ++i) {
            answer(socket, "x");
            std::this_thread::sleep_for(100ms);
        }
    });
    HttpClient client({.allow_private = true});
    EXPECT_FALSE(client.exchange({.url = slow.url(), .longest = 1s}).response);
    Peer large([](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789");
    });
    const auto cut = client.exchange({.url = large.url(), .largest = 10});
    EXPECT_FALSE(cut.response);
    EXPECT_EQ(cut.too_large, 200);
    EXPECT_EQ(client.exchange({.url = large.url(), .largest = 20}).response->body.size(), 20U);
}

TEST(HttpClient, refuses_line_breaks_in_headers) {
    Peer peer([](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    HttpClient client({.allow_private = true});
    EXPECT_FALSE(client.exchange({.url = peer.url(), .headers = {{"X", "a\r\nY: b"}}}).response);
    EXPECT_EQ(peer.connections, 0);
}

TEST(HttpClient, follows_redirects_of_reading_alone) {
    Peer target([](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nthere");
    });
    Peer peer([&](int socket, const std::string&) {
        answer(socket, "HTTP/1.1 302 Found\r\nLocation: " + target.url() + "\r\nContent-Length: 0\r\n\r\n");
    });
    HttpClient client({.allow_private = true});
    EXPECT_EQ(client.exchange({.url = peer.url()}).response->status, 200);
    EXPECT_EQ(client.exchange({.method = "POST", .url = peer.url()}).response->status, 302);
}

} // namespace
} // namespace net
