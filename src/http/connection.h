// One client: reads requests under limits and deadlines, has them answered by a worker, writes. Lives on one
// loop. Everything that goes wrong is answered when the client can still read it, and ends the connection.
#pragma once
#include "http/edge.h"
#include "http/event_stream.h"
#include "http/prepared.h"
#include "http/read_head.h"
#include "http/wire_parser.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace http {

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Edge& edge, Loop& loop, tcp::socket socket, const Address& peer);
    ~Connection();

    awaitable<void> serve();
    /// Wakes what waits beyond its deadline.
    void tick(std::chrono::steady_clock::time_point now);
    /// Ends waiting and streams; a running request goes on.
    void begin_stop();
    void close_now();

private:
    using Clock = std::chrono::steady_clock;
    enum class Phase { waiting, busy, streaming, closing };

    struct Refusal {
        base::Problem problem;
        int status = 0;
    };

    // connection.cpp: requests
    awaitable<bool> serve_one();
    awaitable<std::optional<Refusal>> read_head_bytes(WireParser& parser);
    awaitable<std::optional<Refusal>> read_body(WireParser& parser, Request& request, const Route& route,
                                                Share& memory);
    [[nodiscard]] Refusal busy() const;
    [[nodiscard]] Refusal too_many() const;
    awaitable<bool> refuse(const Request& request, const Route* route, Refusal refusal);
    awaitable<std::shared_ptr<Prepared>> run_on_worker(Request& request, const Route& route);
    awaitable<std::shared_ptr<Prepared>> answer(Request& request, const Route& route);
    [[nodiscard]] Prepared prepare_for(const Request& request, Response response) const;

    // connection_io.cpp: bytes
    void allow(std::chrono::milliseconds time);
    void allow_for_ever();
    awaitable<bool> handshake();
    awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error);
    awaitable<bool> read_more();
    awaitable<bool> write_all(std::string_view bytes);
    awaitable<bool> write_body(const Prepared& prepared, std::string head);
    awaitable<bool> write_file(const FilePiece& piece);
    awaitable<bool> deliver(const Request& request, const Route* route, Prepared& prepared, bool keep_alive);
    awaitable<void> write_stream(std::shared_ptr<EventStream> stream);
    static awaitable<void> notice_leaving(std::shared_ptr<Connection> self,
                                          std::shared_ptr<EventStream> stream);
    awaitable<void> drain(std::chrono::milliseconds time);
    awaitable<void> finish();
    [[nodiscard]] std::string_view unread() const { return std::string_view(buffer_).substr(0, filled_); }
    void consume(std::size_t count);

    Edge& edge_;
    const Limits& limits_;
    Loop& loop_;
    tcp::socket socket_;
    std::optional<asio::ssl::stream<tcp::socket&>> tls_;
    Address peer_;
    Address line_; ///< of the client who asks, behind proxies: limits count by it
    asio::steady_timer wake_;
    std::weak_ptr<EventStream> stream_;
    std::string buffer_;
    std::size_t filled_ = 0;
    std::size_t wanted_ = 0; ///< bytes of the next read: more as long as the client fills them
    Phase phase_ = Phase::waiting;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point ready_at_{}; ///< the request was read whole
    bool expired_ = false;
    bool client_may_still_send_ = false;
    bool client_left_ = false; ///< a stream's client
    bool streamed_ = false;
    std::uint64_t requests_ = 0;
};

} // namespace http
