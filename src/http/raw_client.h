// For tests: a client on a bare socket that sends exactly the bytes it is told to, split as it is told to.
#pragma once
#include <arpa/inet.h>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http::testing {

struct Answer {
    int status = 0; ///< 0: the connection ended before an answer
    std::string head;
    std::string body;

    /// Value of a header, as it was sent; empty when it is missing.
    [[nodiscard]] std::string header(std::string_view name) const {
        for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
            std::string_view line = std::string_view(head).substr(at + 2, head.find("\r\n", at + 2) - at - 2);
            if (line.size() > name.size() && line[name.size()] == ':' &&
                strncasecmp(line.data(), name.data(), name.size()) == 0)
                return std::string(line.substr(name.size() + 2));
        }
        return {};
    }
};

class RawClient {
public:
    /// `from`: another address of this machine, "127.0.0.2".
    explicit RawClient(std::uint16_t port, const char* from = nullptr)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (from) {
            sockaddr_in own{};
            own.sin_family = AF_INET;
            own.sin_addr.s_addr = ::inet_addr(from);
            if (::bind(socket_, reinterpret_cast<sockaddr*>(&own), sizeof own) != 0)
                throw std::runtime_error("cannot bind");
        }
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("cannot connect");
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { leave(); }

    void leave() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

    /// False when the other side has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Reads until `wanted` is among the unread bytes; false at the end of the connection or of the time.
    bool read_until(std::string_view wanted, std::chrono::milliseconds time = std::chrono::seconds(10)) {
        while (unread.find(wanted) == std::string::npos)
            if (!read_some(time)) return false;
        return true;
    }
    bool read_at_least(std::size_t count, std::chrono::milliseconds time = std::chrono::seconds(10)) {
        while (unread.size() < count)
            if (!read_some(time)) return false;
        return true;
    }
    /// True when the server closes within the time; what it still sent is in `unread`.
    bool is_closed_within(std::chrono::milliseconds time) {
        auto until = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < until)
            if (!read_some(std::chrono::milliseconds(20)) && ended_) return true;
        return ended_;
    }

    enum class Body { expected, none };
    Answer read_answer(Body body = Body::expected) {
        Answer answer;
        if (!read_until("\r\n\r\n")) return answer;
        auto end = unread.find("\r\n\r\n") + 4;
        answer.head = unread.substr(0, end);
        unread.erase(0, end);
        answer.status = std::atoi(answer.head.substr(9, 3).c_str());
        auto length = static_cast<std::size_t>(std::atoll(answer.header("Content-Length").c_str()));
        if (body == Body::expected && answer.status != 304 && read_at_least(length)) {
            answer.body = unread.substr(0, length);
            unread.erase(0, length);
        }
        return answer;
    }

    /// One request, one answer.
    Answer ask(std::string_view request, Body body = Body::expected) {
        send(request);
        return read_answer(body);
    }
    /// GET with Host and the given further header lines ("Name: value\r\n").
    Answer get(std::string_view target, std::string_view headers = "") {
        return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) +
                   "\r\n");
    }

    std::string unread;

private:
    bool read_some(std::chrono::milliseconds time) {
        pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, static_cast<int>(time.count())) <= 0) return false;
        char bytes[65536];
        auto got = ::recv(socket_, bytes, sizeof bytes, 0);
        if (got <= 0) {
            ended_ = true;
            return false;
        }
        unread.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int socket_;
    bool ended_ = false;
};

} // namespace http::testing
