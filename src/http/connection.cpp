#include "http/connection.h"

#include "http/upload_file.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace http {
namespace {

using base::Kind;
using base::Problem;

Problem problem_with(Kind kind, std::string code) {
    return {.kind = kind, .code = std::move(code)};
}

} // namespace

Prepared Connection::prepare_for(const Request& request, Response response) const {
    return prepare(request, std::move(response),
                   {.compressed = edge_.compressed, .secret_paths = edge_.options.secret_paths});
}

awaitable<void> Connection::serve() {
    if (!edge_.stopping && co_await handshake())
        while (!edge_.stopping && co_await serve_one()) {
        }
    co_await finish();
}

awaitable<bool> Connection::serve_one() {
    Request request;
    request.id = new_request_id();
    request.error_page = &edge_.options.error_page;
    request.scheme = tls_ ? "https" : "http";
    WireParser parser(limits_.header_bytes, limits_.header_count);

    if (auto refusal = co_await read_head_bytes(parser))
        co_return co_await refuse(request, nullptr, *refusal);
    if (!parser.head_done()) co_return false; // gone, or idle for too long
    ready_at_ = Clock::now();
    const WireHead& head = parser.head();
    line_ = line_of(peer_);
    client_may_still_send_ = head.has_body();
    auto read = read_head(
        head, {.peer = peer_, .scheme = tls_ ? "https" : "http", .trusted = edge_.options.trusted_proxies},
        request);
    if (!read) co_return co_await refuse(request, nullptr, {.problem = read.error(), .status = 400});
    if (auto client = parse_address(request.client)) line_ = line_of(*client);

    auto match = edge_.router.match(request.method,
                                    std::string_view(request.target).substr(0, request.target.find('?')));
    if (!match.route) {
        Prepared prepared = prepare_for(request, not_routed(request, match.allowed));
        bool sent = co_await deliver(request, nullptr, prepared, head.keep_alive && !head.has_body());
        co_return sent&& head.keep_alive && !head.has_body();
    }
    const Route& route = *match.route;
    request.route = route.pattern;
    request.path_params = std::move(match.params);

    if (request.headers.has("Expect") && !head.expects_continue)
        co_return co_await refuse(
            request, &route, {.problem = problem_with(Kind::invalid, "request.expectation"), .status = 417});
    Share memory(edge_.memory_in_bodies, limits_.memory_for_bodies);
    if (auto refusal = co_await read_body(parser, request, route, memory))
        co_return co_await refuse(request, &route, *refusal);
    if (!parser.done()) co_return false;
    client_may_still_send_ = false;
    ready_at_ = Clock::now();

    allow_for_ever();
    auto prepared = co_await answer(request, route);
    bool keep_alive = head.keep_alive && !edge_.stopping;
    bool sent = co_await deliver(request, &route, *prepared, keep_alive);
    co_return sent&& keep_alive;
}

Connection::Refusal Connection::busy() const {
    Refusal refusal{problem_with(Kind::unavailable, "server.busy"), 503};
    refusal.problem.retry_after = limits_.retry_after;
    return refusal;
}

/// More at once than one address may have.
Connection::Refusal Connection::too_many() const {
    Refusal refusal{problem_with(Kind::limited, "limit.reached"), 429};
    refusal.problem.retry_after = limits_.retry_after;
    return refusal;
}

awaitable<std::shared_ptr<Prepared>> Connection::answer(Request& request, const Route& route) {
    auto refused = [&](const Refusal& refusal) {
        return std::make_shared<Prepared>(
            prepare_for(request, http::problem(request, refusal.problem, refusal.status)));
    };
    LineShare place(edge_.requests_of_lines, line_);
    if (!place.take(limits_.queue_per_address)) co_return refused(too_many());
    auto prepared = co_await run_on_worker(request, route);
    if (prepared) co_return prepared;
    ++edge_.meter.refused_busy;
    co_return refused(busy());
}

awaitable<std::optional<Connection::Refusal>> Connection::read_head_bytes(WireParser& parser) {
    const Waiting::Seat seat(loop_.waiting, *this, line_of(peer_));
    phase_ = Phase::waiting;
    allow(requests_++ == 0 ? limits_.header_time : limits_.idle_time);
    bool begun = false;
    for (;;) {
        if (filled_ > 0) {
            if (!begun) allow(limits_.header_time);
            begun = true;
            phase_ = Phase::busy;
            auto progress = parser.feed_head(unread());
            consume(progress.consumed);
            client_may_still_send_ = true;
            switch (progress.fault) {
            case WireFault::none: break;
            case WireFault::header_too_large:
                co_return Refusal{problem_with(Kind::too_large, "request.header_too_large"), 431};
            case WireFault::version: co_return Refusal{problem_with(Kind::invalid, "request.version"), 505};
            case WireFault::coding: co_return Refusal{problem_with(Kind::invalid, "request.coding"), 501};
            case WireFault::malformed:
            case WireFault::refused_by_sink:
                co_return Refusal{problem_with(Kind::invalid, "request.malformed"), 400};
            }
            if (parser.head_done()) co_return std::nullopt;
        }
        if (!co_await read_more()) {
            if (expired_ && begun) co_return Refusal{problem_with(Kind::invalid, "request.timeout"), 408};
            co_return std::nullopt;
        }
    }
}

awaitable<std::optional<Connection::Refusal>> Connection::read_body(WireParser& parser, Request& request,
                                                                    const Route& route, Share& memory) {
    const WireHead& head = parser.head();
    if (!head.has_body()) co_return std::nullopt;
    const Refusal too_large{problem_with(Kind::too_large, "request.too_large"), 413};
    if (head.length.value_or(0) > route.body.limit || route.body.kind == BodyRule::Kind::none)
        co_return too_large;

    Share upload_place(edge_.uploads, limits_.uploads);
    Share disk(edge_.disk_in_bodies, limits_.disk_for_bodies);
    LineShare upload_of_line(edge_.uploads_of_lines, line_);
    UploadFile file;
    if (route.body.kind == BodyRule::Kind::upload) {
        if (!upload_of_line.take(limits_.uploads_per_address)) co_return too_many();
        if (!upload_place.take(1)) co_return busy();
        if (!file.open(edge_.options.upload_dir, request.id)) {
            spdlog::error("upload id={} cannot open a file in {}", request.id,
                          edge_.options.upload_dir.string());
            co_return busy(); // as when the disk is full
        }
    }
    if (head.expects_continue && filled_ == 0 && !co_await write_all("HTTP/1.1 100 Continue\r\n\r\n"))
        co_return std::nullopt;

    std::uint64_t total = 0, received = 0;
    std::optional<Refusal> refusal;
    WireParser::Sink sink = [&](std::string_view bytes) {
        total += bytes.size();
        if (total > route.body.limit) {
            refusal = too_large;
        } else if (!file.is_open()) {
            if (memory.take(bytes.size()))
                request.body.append(bytes);
            else
                refusal = busy();
        } else if (!disk.take(bytes.size())) {
            refusal = busy();
        } else if (!file.write(bytes)) {
            spdlog::error("upload id={} cannot be written to {}", request.id,
                          edge_.options.upload_dir.string());
            refusal = busy();
        }
        return !refusal;
    };

    auto begun = Clock::now();
    for (;;) {
        auto progress = parser.feed_body(unread(), sink);
        consume(progress.consumed);
        received += progress.consumed;
        if (refusal) co_return refusal;
        // Chunks may say more about themselves than they carry, but not without end.
        if (received > 2 * total + limits_.chunk_overhead)
            co_return Refusal{problem_with(Kind::invalid, "request.malformed"), 400};
        if (progress.fault != WireFault::none)
            co_return Refusal{problem_with(Kind::invalid, "request.malformed"), 400};
        if (parser.done()) break;
        auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
        auto expected = static_cast<std::uint64_t>(spent.count()) * limits_.body_bytes_per_second / 1000;
        bool crawls = spent > limits_.body_grace && total < expected;
        if (crawls || spent >= limits_.body_time)
            co_return Refusal{problem_with(Kind::invalid, "request.timeout"), 408};
        allow(std::min(limits_.body_grace, limits_.body_time - spent));
        if (!co_await read_more()) {
            if (expired_) co_return Refusal{problem_with(Kind::invalid, "request.timeout"), 408};
            co_return std::nullopt;
        }
    }
    if (file.is_open()) request.upload = file.finish();
    co_return std::nullopt;
}

awaitable<std::shared_ptr<Prepared>> Connection::run_on_worker(Request& request, const Route& route) {
    // The request lives in the frame that waits here; the pool is joined before any frame is destroyed.
    auto start = [&](auto handler) {
        using Waiting = decltype(handler);
        auto waiting = std::make_shared<Waiting>(std::move(handler));
        auto resume = [this, waiting](std::shared_ptr<Prepared> prepared) mutable {
            asio::post(loop_.io, [waiting = std::move(waiting), prepared = std::move(prepared)]() mutable {
                (*waiting)(std::move(prepared));
            });
        };
        Workers::Job job = [this, resume, &request, &route](Workers::Call call) mutable {
            std::shared_ptr<Prepared> prepared;
            if (call == Workers::Call::run)
                prepared =
                    std::make_shared<Prepared>(prepare_for(request, run(edge_.router, route, request)));
            resume(std::move(prepared));
        };
        if (!edge_.workers.submit(line_, job)) resume(nullptr);
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(std::shared_ptr<Prepared>)>(
        start, asio::use_awaitable);
}

awaitable<bool> Connection::refuse(const Request& request, const Route* route, Refusal refusal) {
    if (refusal.status == 503) ++edge_.meter.refused_busy;
    Prepared prepared = prepare_for(request, http::problem(request, refusal.problem, refusal.status));
    co_await deliver(request, route, prepared, /*keep_alive=*/false);
    co_return false;
}

} // namespace http
