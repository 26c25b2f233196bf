#include "http/edge.h"

#include "http/connection.h"
#include "http/upload_file.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <csignal>

namespace http {
namespace {

constexpr auto tick_time = std::chrono::milliseconds(100);

Address address_of(const asio::ip::address& from) {
    Address address;
    auto v6 = from.is_v6() ? from.to_v6() : asio::ip::make_address_v6(asio::ip::v4_mapped, from.to_v4());
    auto bytes = v6.to_bytes();
    std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
    return address;
}

void report(std::exception_ptr thrown) {
    if (!thrown) return;
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
        spdlog::error("connection ended by {}", error.what());
    }
}

} // namespace

Edge::Edge(Router with_router, ServerOptions with_options)
    : router(std::move(with_router)), options(std::move(with_options)) {}

Edge::~Edge() {
    stop();
}

base::Result<void> Edge::listen_on(const std::string& listen) {
    auto colon = listen.rfind(':');
    if (colon == std::string::npos)
        return base::fail(base::Kind::invalid, "listen.invalid", listen + " is not ADDRESS:PORT");
    unsigned number = 0;
    auto [end, wrong] = std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), number);
    if (wrong != std::errc{} || end != listen.data() + listen.size() || number > 65535)
        return base::fail(base::Kind::invalid, "listen.invalid", listen + " has no port");
    std::string host = listen.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    error_code error;
    tcp::resolver resolver(loops_.front()->io);
    auto found = resolver.resolve(host, listen.substr(colon + 1),
                                  tcp::resolver::passive | tcp::resolver::numeric_service, error);
    if (error || found.empty())
        return base::fail(base::Kind::invalid, "listen.invalid",
                          fmt::format("{}: {}", listen, error.message()));
    tcp::endpoint endpoint = found.begin()->endpoint();
    acceptor_ = std::make_unique<tcp::acceptor>(loops_.front()->io);
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && endpoint.protocol() == tcp::v6() && endpoint.address().is_unspecified())
        acceptor_->set_option(asio::ip::v6_only(false), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(1024, error);
    if (error)
        return base::fail(base::Kind::unavailable, "listen.unavailable",
                          fmt::format("cannot listen on {}: {}", listen, error.message()));
    port = acceptor_->local_endpoint().port();
    return {};
}

base::Result<void> Edge::start(const std::string& listen) {
    if (options.tls) {
        auto loaded = load_tls(*options.tls);
        if (!loaded) return base::pass(loaded);
        tls_ = std::move(*loaded);
        tls_seen_ = fingerprint(*options.tls);
    }
    loops_.clear();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, options.io_threads); ++i)
        loops_.push_back(std::make_unique<Loop>());
    if (auto listening = listen_on(listen); !listening) {
        acceptor_.reset();
        loops_.clear();
        return listening;
    }
    std::error_code ignored;
    std::filesystem::create_directories(options.upload_dir, ignored);
    remove_stale_uploads(options.upload_dir);
    workers.start(std::max<std::size_t>(1, options.workers));
    started_ = true;

    asio::io_context& first = loops_.front()->io;
    asio::co_spawn(first, accept(), report);
    if (options.tls) {
        certificate_timer_ = std::make_unique<asio::steady_timer>(first);
        hangup_ = std::make_unique<asio::signal_set>(first, SIGHUP);
        asio::co_spawn(first, watch_certificates(), report);
        asio::co_spawn(first, reload_on_signal(), report);
    }
    for (auto& loop : loops_) {
        asio::co_spawn(loop->io, tick(*loop), report);
        loop->thread = std::thread([&io = loop->io] { io.run(); });
    }
    return {};
}

bool Edge::is_proxy(const Address& peer) const {
    return std::ranges::any_of(options.trusted_proxies, [&](const auto& net) { return net.contains(peer); });
}

void Edge::release(const Address& line) {
    connections_of_lines_.give_back(line);
    std::lock_guard lock(count_mutex_);
    if (--connections_ == 0) all_gone_.notify_all();
}

bool Edge::make_room(Loop& loop, const Address& peer) {
    const Address line = line_of(peer);
    const bool is_line_full =
        connections_of_lines_.add(line) > options.limits.connections_per_address && !is_proxy(peer);
    const bool is_full = ++connections_ > options.limits.connections;
    if (!is_line_full && !is_full) return true;
    Connection* leaving = is_line_full ? loop.waiting.oldest_of(line) : loop.waiting.oldest();
    if (!leaving) return false;
    ++meter.made_room;
    leaving->close_now();
    return true;
}

void Edge::take_in(Loop& loop, tcp::socket socket, const Address& peer) {
    if (!make_room(loop, peer)) {
        ++meter.refused_connections;
        release(line_of(peer));
        return;
    }
    auto connection = std::make_shared<Connection>(*this, loop, std::move(socket), peer);
    asio::co_spawn(loop.io, connection->serve(), [connection](std::exception_ptr thrown) { report(thrown); });
}

awaitable<void> Edge::accept() {
    for (std::size_t next = 0; !stopping; ++next) {
        Loop& loop = *loops_[next % loops_.size()];
        tcp::socket socket(loop.io);
        error_code error;
        co_await acceptor_->async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (stopping || error == asio::error::operation_aborted) co_return;
        if (error) { // out of descriptors: let some connections end
            spdlog::warn("accept: {}", error.message());
            asio::steady_timer pause(loops_.front()->io, std::chrono::milliseconds(50));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        ++meter.accepted;
        auto remote = socket.remote_endpoint(error);
        Address peer = error ? Address{} : address_of(remote.address());
        // The socket belongs to the other loop from here on.
        asio::post(loop.io, [this, &loop, peer, socket = std::move(socket)]() mutable {
            take_in(loop, std::move(socket), peer);
        });
    }
}

awaitable<void> Edge::tick(Loop& loop) {
    error_code error;
    // A tick that was due when it was cancelled comes without an error: the flag ends that one.
    while (!error && !loop.is_over) {
        loop.ticker.expires_after(tick_time);
        co_await loop.ticker.async_wait(asio::redirect_error(asio::use_awaitable, error));
        auto now = std::chrono::steady_clock::now();
        for (Connection* connection : loop.connections)
            connection->tick(now);
    }
}

TlsContext Edge::tls() const {
    std::lock_guard lock(tls_mutex_);
    return tls_;
}

base::Result<void> Edge::reload_tls() {
    if (!options.tls) return {};
    std::string seen = fingerprint(*options.tls);
    auto loaded = load_tls(*options.tls);
    std::lock_guard lock(tls_mutex_);
    tls_seen_ = std::move(seen);
    if (!loaded) {
        spdlog::error("certificate not renewed, the old one stays: {}", loaded.error().detail);
        return base::pass(loaded);
    }
    tls_ = std::move(*loaded);
    spdlog::info("certificate reloaded");
    return {};
}

awaitable<void> Edge::watch_certificates() {
    error_code error;
    while (!error && !stopping) {
        certificate_timer_->expires_after(options.limits.tls_check);
        co_await certificate_timer_->async_wait(asio::redirect_error(asio::use_awaitable, error));
        if (!error && fingerprint(*options.tls) != tls_seen_) (void)reload_tls();
    }
}

awaitable<void> Edge::reload_on_signal() {
    error_code error;
    while (!error && !stopping) {
        co_await hangup_->async_wait(asio::redirect_error(asio::use_awaitable, error));
        if (!error) (void)reload_tls();
    }
}

bool Edge::wait_for_connections(std::chrono::milliseconds time) {
    std::unique_lock lock(count_mutex_);
    return all_gone_.wait_for(lock, time, [&] { return connections_ == 0; });
}

void Edge::stop() {
    if (!started_ || stopping.exchange(true)) return;
    asio::post(loops_.front()->io, [this] {
        error_code ignored;
        acceptor_->close(ignored);
        if (certificate_timer_) certificate_timer_->cancel();
        if (hangup_) hangup_->cancel(ignored);
    });
    auto everywhere = [this](void (Connection::*order)()) {
        for (auto& loop : loops_)
            asio::post(loop->io, [&loop = *loop, order] {
                for (Connection* connection : loop.connections)
                    (connection->*order)();
            });
    };
    everywhere(&Connection::begin_stop);
    if (!wait_for_connections(options.limits.stop_time))
        spdlog::warn("stopping: some connections are cut after {} ms", options.limits.stop_time.count());
    workers.stop();
    everywhere(&Connection::close_now);
    bool all_gone = wait_for_connections(std::chrono::seconds(2));
    for (auto& loop : loops_) {
        asio::post(loop->io, [&loop = *loop] {
            loop.is_over = true;
            loop.ticker.cancel();
        });
        loop->work.reset();
    }
    for (auto& loop : loops_) {
        if (!all_gone) loop->io.stop();
        loop->thread.join();
    }
    hangup_.reset();
    certificate_timer_.reset();
    acceptor_.reset();
    loops_.clear();
}

} // namespace http
