// What the connections of a server share, and its event loops. Private to this room: needs Asio.
#pragma once
#include "http/asio.h"
#include "http/compression.h"
#include "http/lines.h"
#include "http/meter.h"
#include "http/server.h"
#include "http/tls.h"
#include "http/waiting.h"
#include "http/workers.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

namespace http {

class Connection;

/// One thread; whatever belongs to a connection happens on the thread of its loop.
struct Loop {
    std::unordered_set<Connection*> connections; ///< outlives io, whose frames hold connections
    Waiting waiting;                             ///< likewise
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    asio::steady_timer ticker{io};
    bool is_over = false; ///< read and set on its thread: no tick after this
    std::thread thread;
};

/// A share of something limited, given back at the end.
class Share {
public:
    Share(std::atomic<std::uint64_t>& used, std::uint64_t most) : used_(used), most_(most) {}
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share() { used_ -= taken_; }
    [[nodiscard]] bool take(std::uint64_t amount) {
        if (used_.fetch_add(amount) + amount > most_) {
            used_ -= amount;
            return false;
        }
        taken_ += amount;
        return true;
    }

private:
    std::atomic<std::uint64_t>& used_;
    std::uint64_t most_;
    std::uint64_t taken_ = 0;
};

class Edge {
public:
    Edge(Router with_router, ServerOptions with_options);
    ~Edge();

    base::Result<void> start(const std::string& listen);
    void stop();
    base::Result<void> reload_tls();
    [[nodiscard]] TlsContext tls() const;
    /// The connection of an address ended.
    void release(const Address& line);
    [[nodiscard]] bool is_proxy(const Address& peer) const;

    Router router;
    ServerOptions options;
    Meter meter{router};
    Workers workers{options.limits.queue};
    CompressedBodies compressed{16 * 1024 * 1024};
    std::atomic<std::uint64_t> memory_in_bodies = 0, disk_in_bodies = 0, uploads = 0;
    Lines uploads_of_lines, requests_of_lines;
    std::atomic<bool> stopping = false;
    std::uint16_t port = 0;

private:
    awaitable<void> accept();
    awaitable<void> tick(Loop& loop);
    awaitable<void> watch_certificates();
    awaitable<void> reload_on_signal();
    void take_in(Loop& loop, tcp::socket socket, const Address& peer);
    bool make_room(Loop& loop, const Address& peer);
    bool wait_for_connections(std::chrono::milliseconds time);
    base::Result<void> listen_on(const std::string& listen);

    std::vector<std::unique_ptr<Loop>> loops_;
    std::unique_ptr<tcp::acceptor> acceptor_;
    std::unique_ptr<asio::steady_timer> certificate_timer_;
    std::unique_ptr<asio::signal_set> hangup_;
    mutable std::mutex tls_mutex_;
    TlsContext tls_;
    std::string tls_seen_;
    std::mutex count_mutex_;
    std::condition_variable all_gone_;
    std::atomic<std::size_t> connections_ = 0;
    Lines connections_of_lines_;
    bool started_ = false;
};

} // namespace http
