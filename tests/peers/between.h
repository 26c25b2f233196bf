// Somebody between a client and a server on this machine, for one connection after the other: passes on what
// both say, remembers what the client said in plain, and tampers with what the server says before TLS.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace tests {

class Between {
public:
    enum class Does {
        nothing,
        take_away, ///< STARTTLS out of what the server can do
        inject,    ///< an answer of its own behind the one to STARTTLS, in the same breath
        greet      ///< says that the client is signed in already (PREAUTH)
    };
    Between(int server_port, Does does) : server_(server_port), does_(does) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto place = at(0);
        socklen_t size = sizeof place;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&place), size) != 0 || ::listen(listener_, 8) != 0)
            throw std::runtime_error("nobody stands between");
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&place), &size);
        port_ = ntohs(place.sin_port);
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Between() {
        rest();
        ::close(listener_);
    }
    Between(const Between&) = delete;
    Between& operator=(const Between&) = delete;

    [[nodiscard]] int port() const { return port_; }
    /// All that clients said in plain, once this stands still.
    [[nodiscard]] std::string overheard() {
        rest();
        return overheard_;
    }

private:
    void rest() {
        thread_.request_stop();
        if (thread_.joinable()) thread_.join();
    }
    static sockaddr_in at(int port) {
        sockaddr_in out{};
        out.sin_family = AF_INET;
        out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        out.sin_port = htons(static_cast<std::uint16_t>(port));
        return out;
    }
    static bool waits(int socket, int ms) {
        pollfd one{.fd = socket, .events = POLLIN, .revents = 0};
        return ::poll(&one, 1, ms) > 0;
    }
    static void replace(std::string& text, const std::string& what, const std::string& by) {
        for (auto i = text.find(what); i != std::string::npos; i = text.find(what, i + by.size()))
            text.replace(i, what.size(), by);
    }
    void tamper(std::string& said) {
        if (does_ == Does::take_away) replace(said, " STARTTLS", "");
        if (does_ == Does::greet && said.starts_with("* OK")) replace(said, "* OK", "* PREAUTH");
        if (does_ == Does::inject && asked_ && said.find(" OK") != std::string::npos)
            said += "* CAPABILITY IMAP4rev1\r\nA003 OK injected\r\n";
    }
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested())
            if (waits(listener_, 50)) carry(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC), stop);
    }
    void carry(int client, const std::stop_token& stop) {
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto place = at(server_);
        bool goes = ::connect(server, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
        asked_ = false;
        bool is_secret = false; // TLS has begun
        while (goes && !stop.stop_requested()) {
            for (const auto& [from, to] : {std::pair{client, server}, std::pair{server, client}}) {
                if (!waits(from, 5)) continue;
                std::string said(65'536, '\0');
                const auto count = ::recv(from, said.data(), said.size(), 0);
                if (count <= 0) goes = false;
                said.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
                if (from == client && !is_secret) overheard_ += said;
                if (from == client && said.find("STARTTLS") != std::string::npos) asked_ = true;
                if (from == server && !is_secret) {
                    tamper(said);
                    if (asked_) is_secret = true;
                }
                if (!said.empty()) (void)::send(to, said.data(), said.size(), MSG_NOSIGNAL);
            }
        }
        ::close(server);
        ::close(client);
    }

    int server_;
    Does does_;
    int listener_ = -1;
    int port_ = 0;
    bool asked_ = false;
    std::string overheard_;
    std::jthread thread_;
};

} // namespace tests
