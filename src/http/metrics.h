// Counters of the edge as plain data; /metrics turns them into text.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace http {

/// Upper bounds of the duration buckets in seconds; the last bucket has none.
inline constexpr std::array<double, 10> duration_bounds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                        0.05,  0.1,    0.25,  1.0,  5.0};

struct RouteMetrics {
    std::string method;
    std::string pattern;                                               ///< "" : no route matched
    std::array<std::uint64_t, 5> by_class{};                           ///< 1xx .. 5xx
    std::array<std::uint64_t, duration_bounds.size() + 1> durations{}; ///< not cumulative
    double seconds = 0;                                                ///< sum of all durations
};

struct Metrics {
    std::vector<RouteMetrics> routes;
    std::uint64_t open_connections = 0;
    std::uint64_t open_streams = 0;
    std::uint64_t queued = 0; ///< requests waiting for a worker
    std::uint64_t accepted = 0;
    std::uint64_t refused_connections = 0; ///< over a limit of connections
    std::uint64_t made_room = 0;           ///< waiting connections that were closed for new ones
    std::uint64_t refused_busy = 0;        ///< 503 of the edge
    std::uint64_t bytes_in = 0;
    std::uint64_t bytes_out = 0;
};

} // namespace http
