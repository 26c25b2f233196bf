// The running counters behind Metrics: lock-free, written by edge and workers alike.
#pragma once
#include "http/metrics.h"
#include "http/router.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

namespace http {

class Meter {
public:
    explicit Meter(const Router& router);

    /// `route` null: nothing matched.
    void count(const Route* route, int status, std::chrono::nanoseconds took);
    [[nodiscard]] Metrics read() const;

    std::atomic<std::uint64_t> open_connections = 0, open_streams = 0, accepted = 0;
    std::atomic<std::uint64_t> refused_connections = 0, made_room = 0, refused_busy = 0, bytes_in = 0,
                               bytes_out = 0;

private:
    struct Counters {
        std::array<std::atomic<std::uint64_t>, 5> by_class{};
        std::array<std::atomic<std::uint64_t>, duration_bounds.size() + 1> durations{};
        std::atomic<std::uint64_t> nanoseconds = 0;
    };
    const Router& router_;
    std::vector<Counters> counters_; ///< by Route::number; the last: no route
};

} // namespace http
