#include "http/connection.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <sys/socket.h>
#include <unistd.h>

namespace http {
namespace {

constexpr std::size_t small_buffer = 4 * 1024;
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr auto polite_close = std::chrono::milliseconds(1000);

} // namespace

Connection::Connection(Edge& edge, Loop& loop, tcp::socket socket, const Address& peer)
    : edge_(edge), limits_(edge.options.limits), loop_(loop), socket_(std::move(socket)), peer_(peer),
      line_(line_of(peer)), wake_(loop.io) {
    loop_.connections.insert(this);
    ++edge_.meter.open_connections;
    error_code ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
}

Connection::~Connection() {
    loop_.connections.erase(this);
    --edge_.meter.open_connections;
    edge_.release(line_of(peer_));
}

void Connection::allow(std::chrono::milliseconds time) {
    deadline_ = Clock::now() + time;
    expired_ = false;
}

void Connection::allow_for_ever() {
    deadline_ = Clock::time_point::max();
    expired_ = false;
}

void Connection::tick(Clock::time_point now) {
    if (now < deadline_) return;
    expired_ = true; // stays until the coroutine sets a new deadline; cancelled again until then
    error_code ignored;
    socket_.cancel(ignored);
}

void Connection::begin_stop() {
    error_code ignored;
    switch (phase_) {
    case Phase::waiting:
    case Phase::closing: socket_.cancel(ignored); break;
    case Phase::streaming:
        if (auto stream = stream_.lock()) stream->close();
        break;
    case Phase::busy: break;
    }
}

void Connection::close_now() {
    error_code ignored;
    socket_.close(ignored);
    wake_.cancel();
}

void Connection::consume(std::size_t count) {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(count),
              buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
    filled_ -= count;
}

awaitable<bool> Connection::handshake() {
    TlsContext context = edge_.tls();
    if (!context) co_return true;
    const Waiting::Seat seat(loop_.waiting, *this, line_of(peer_));
    SSL_CTX_up_ref(context.get());
    asio::ssl::context borrowed(context.get()); // gives its reference back at the end of this scope
    tls_.emplace(socket_, borrowed);
    allow(limits_.handshake_time);
    error_code error;
    co_await tls_->async_handshake(asio::ssl::stream_base::server,
                                   asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

awaitable<std::size_t> Connection::read_some(asio::mutable_buffer into, error_code& error) {
    std::size_t count = 0;
    if (tls_)
        count = co_await tls_->async_read_some(into, asio::redirect_error(asio::use_awaitable, error));
    else
        count = co_await socket_.async_read_some(into, asio::redirect_error(asio::use_awaitable, error));
    edge_.meter.bytes_in += count;
    co_return count;
}

awaitable<bool> Connection::read_more() {
    // An idle or slow connection holds little; who sends more than is asked for is read in larger pieces.
    if (filled_ == 0 && phase_ == Phase::waiting && buffer_.capacity() > 4 * small_buffer)
        buffer_ = std::string();
    if (phase_ == Phase::waiting || wanted_ == 0) wanted_ = small_buffer;
    if (filled_ >= buffer_.size()) wanted_ = std::min(piece_bytes, std::max(wanted_, 4 * filled_));
    if (buffer_.size() < wanted_) buffer_.resize(wanted_);
    if (filled_ == buffer_.size()) co_return false; // neither head nor chunk line is ever so long
    error_code error;
    const std::size_t room = buffer_.size() - filled_;
    const std::size_t count = co_await read_some(asio::buffer(buffer_.data() + filled_, room), error);
    filled_ += count;
    if (count == room) wanted_ = std::min(piece_bytes, 4 * wanted_);
    co_return !error;
}

awaitable<bool> Connection::write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        allow(limits_.write_time);
        error_code error;
        std::size_t count = 0;
        auto piece = asio::buffer(bytes.data(), std::min(bytes.size(), 4 * piece_bytes));
        if (tls_)
            count = co_await tls_->async_write_some(piece, asio::redirect_error(asio::use_awaitable, error));
        else
            count =
                co_await socket_.async_write_some(piece, asio::redirect_error(asio::use_awaitable, error));
        edge_.meter.bytes_out += count;
        if (error) co_return false;
        bytes.remove_prefix(count);
    }
    co_return true;
}

awaitable<bool> Connection::write_file(const FilePiece& piece) {
    std::string buffer(std::min<std::uint64_t>(piece_bytes, piece.length), '\0');
    for (std::uint64_t done = 0; done < piece.length;) {
        auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), piece.length - done));
        auto got = ::pread(piece.descriptor, buffer.data(), wanted, static_cast<off_t>(piece.offset + done));
        if (got <= 0) co_return false; // cut short: the length was promised, so the connection must end
        if (!co_await write_all(std::string_view(buffer).substr(0, static_cast<std::size_t>(got))))
            co_return false;
        done += static_cast<std::uint64_t>(got);
    }
    co_return true;
}

awaitable<bool> Connection::write_body(const Prepared& prepared, std::string head) {
    if (!prepared.with_body) co_return co_await write_all(head);
    if (const auto* piece = std::get_if<std::shared_ptr<FilePiece>>(&prepared.body))
        co_return co_await write_all(head) && co_await write_file(**piece);
    std::string_view bytes = prepared.in_memory();
    if (bytes.size() <= 4 * small_buffer)
        co_return co_await write_all(head.append(bytes)); // one packet, one call
    co_return co_await write_all(head) && co_await write_all(bytes);
}

awaitable<bool> Connection::deliver(const Request& request, const Route* route, Prepared& prepared,
                                    bool keep_alive) {
    phase_ = Phase::busy;
    auto* stream = std::get_if<std::shared_ptr<EventStream>>(&prepared.body);
    Share place(edge_.meter.open_streams, limits_.event_streams);
    bool streams = stream && *stream && prepared.with_body;
    if (streams && !place.take(1)) {
        (*stream)->abandon();
        base::Problem full{.kind = base::Kind::unavailable, .code = "server.busy"};
        full.retry_after = limits_.retry_after;
        prepared = prepare_for(request, problem(request, full));
        streams = false;
    }
    auto took = Clock::now() - ready_at_;
    if (ready_at_ == Clock::time_point{}) took = Clock::duration::zero();
    bool sent = false;
    if (streams) {
        streamed_ = true;
        if (co_await write_all(head_text(prepared, /*keep_alive=*/false))) co_await write_stream(*stream);
    } else {
        sent = co_await write_body(prepared, head_text(prepared, keep_alive));
    }
    if (auto* left = std::get_if<std::shared_ptr<EventStream>>(&prepared.body); left && *left)
        (*left)->abandon();
    edge_.meter.count(route, prepared.status, took);
    // The pattern, never the path: a path may hold the secret of a reporter's link.
    spdlog::info("request id={} method={} route={} status={} ms={:.1f} bytes={}{}", request.id,
                 name(request.method), route ? std::string_view(route->pattern) : "-", prepared.status,
                 std::chrono::duration<double, std::milli>(took).count(), prepared.length,
                 sent || streams ? "" : " cut");
    ready_at_ = {};
    co_return sent;
}

awaitable<void> Connection::notice_leaving(std::shared_ptr<Connection> self,
                                           std::shared_ptr<EventStream> stream) {
    std::array<char, 512> ignored{};
    error_code error;
    while (!error)
        co_await self->read_some(asio::buffer(ignored), error);
    self->client_left_ = true;
    stream->abandon();
    self->wake_.cancel();
}

awaitable<void> Connection::write_stream(std::shared_ptr<EventStream> stream) {
    phase_ = Phase::streaming;
    stream_ = stream;
    if (filled_ == 0) buffer_ = std::string();
    stream->attach([weak = weak_from_this(), &io = loop_.io] {
        asio::post(io, [weak] {
            if (auto self = weak.lock()) self->wake_.cancel();
        });
    });
    if (edge_.stopping) stream->close();
    allow_for_ever();
    asio::co_spawn(loop_.io, notice_leaving(shared_from_this(), stream), asio::detached);
    for (;;) {
        auto taken = stream->take();
        if (client_left_) break;
        if (!taken.bytes.empty()) {
            bool sent = co_await write_all(taken.bytes);
            allow_for_ever();
            if (!sent) break;
            continue;
        }
        if (taken.closed) break;
        wake_.expires_after(limits_.heartbeat);
        error_code woken;
        co_await wake_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        if (!woken) {
            bool sent = co_await write_all(":\n\n");
            allow_for_ever();
            if (!sent) break;
        }
    }
}

awaitable<void> Connection::drain(std::chrono::milliseconds time) {
    auto until = Clock::now() + time;
    std::uint64_t drained = 0;
    std::string ignored(piece_bytes, '\0');
    while (drained < limits_.drain_bytes && !edge_.stopping) {
        auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        if (left.count() <= 0) co_return;
        allow(left);
        error_code error;
        drained += co_await read_some(asio::buffer(ignored), error);
        if (error) co_return;
    }
}

awaitable<void> Connection::finish() {
    // Closing with unread bytes resets the connection, and the client may lose the answer: say goodbye, read
    // on, then close.
    phase_ = Phase::closing;
    const Waiting::Seat seat(loop_.waiting, *this, line_of(peer_));
    error_code ignored;
    if (streamed_) { // its reader still waits on the socket: nothing is unread, so that closing loses nothing
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
    } else if (tls_) {
        if (client_may_still_send_) co_await drain(limits_.drain_time);
        allow(polite_close);
        co_await tls_->async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    } else if (socket_.is_open()) {
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
        co_await drain(client_may_still_send_ ? limits_.drain_time : polite_close);
    }
    close_now();
}

} // namespace http
