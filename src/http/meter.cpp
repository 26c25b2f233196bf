#include "http/meter.h"

#include <algorithm>

namespace http {

Meter::Meter(const Router& router) : router_(router), counters_(router.routes().size() + 1) {}

void Meter::count(const Route* route, int status, std::chrono::nanoseconds took) {
    Counters& counters = counters_[route ? route->number : counters_.size() - 1];
    auto in = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    counters.by_class[in].fetch_add(1, std::memory_order_relaxed);
    double seconds = std::chrono::duration<double>(took).count();
    auto bucket = std::ranges::lower_bound(duration_bounds, seconds) - duration_bounds.begin();
    counters.durations[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    counters.nanoseconds.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
}

Metrics Meter::read() const {
    Metrics metrics;
    for (std::size_t i = 0; i < counters_.size(); ++i) {
        RouteMetrics row;
        if (i < router_.routes().size()) {
            row.method = name(router_.routes()[i]->method);
            row.pattern = router_.routes()[i]->pattern;
        }
        std::ranges::copy(counters_[i].by_class, row.by_class.begin());
        std::ranges::copy(counters_[i].durations, row.durations.begin());
        row.seconds = static_cast<double>(counters_[i].nanoseconds.load()) / 1e9;
        metrics.routes.push_back(std::move(row));
    }
    metrics.open_connections = open_connections;
    metrics.open_streams = open_streams;
    metrics.accepted = accepted;
    metrics.refused_connections = refused_connections;
    metrics.made_room = made_room;
    metrics.refused_busy = refused_busy;
    metrics.bytes_in = bytes_in;
    metrics.bytes_out = bytes_out;
    return metrics;
}

} // namespace http
