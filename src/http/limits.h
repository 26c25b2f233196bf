// Every bound of the edge in one place. Defaults suit a server on the open internet with offices behind one
// address.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace http {

struct Limits {
    std::size_t header_bytes = 16 * 1024; ///< request line and headers: 431 above
    std::size_t header_count = 100;
    std::chrono::milliseconds header_time{10'000}; ///< from the first byte to the end of the header: 408
    std::chrono::milliseconds idle_time{60'000};   ///< between two requests of a connection
    std::chrono::milliseconds body_time{900'000};  ///< the whole body, a photo over a weak signal included
    std::chrono::milliseconds body_grace{20'000};  ///< no byte for so long is 408; the rate counts from here
    std::uint64_t body_bytes_per_second = 512;     ///< mean rate below which a body is 408
    std::chrono::milliseconds write_time{30'000};  ///< without the client taking a byte
    std::chrono::milliseconds handshake_time{10'000};
    std::chrono::milliseconds heartbeat{15'000};  ///< comment on a silent event stream
    std::chrono::milliseconds drain_time{10'000}; ///< reading on after an early answer, so that it arrives
    std::uint64_t drain_bytes = 64 * 1024 * 1024;

    // Of an address: IPv4, or the /64 of IPv6. An office of 200 behind one NAT has room in each of them.
    std::size_t connections = 10'000;
    /// Twenty for each of 200; not for proxies. Whoever waits longest without a request makes room when it is
    /// full, here and above; only when all are at work is a new one refused.
    std::size_t connections_per_address = 4'000;
    std::size_t event_streams = 5'000;
    std::size_t uploads = 2'000;           ///< bodies being written to disk at once: 503
    std::size_t uploads_per_address = 600; ///< 429
    std::uint64_t disk_for_bodies = std::uint64_t{8} * 1024 * 1024 * 1024; ///< of all uploads at once: 503
    std::uint64_t memory_for_bodies = 256 * 1024 * 1024; ///< in-memory bodies of all connections: 503
    std::uint64_t chunk_overhead =
        64 * 1024;             ///< sizes and extensions of chunks beyond the bytes they carry: 400
    std::size_t queue = 2'048; ///< requests waiting for a worker, each address in its turn: 503
    std::size_t queue_per_address = 1'024;       ///< 429
    std::chrono::seconds retry_after{2};         ///< what a 503 of the edge asks for
    std::chrono::milliseconds stop_time{10'000}; ///< for running requests when stopping
    std::chrono::milliseconds tls_check{30'000}; ///< how often the certificate files are looked at
};

} // namespace http
