#include "db/counters.h"

#include <algorithm>

namespace db {

void QueryCounter::count(std::chrono::steady_clock::duration took, bool failed) {
    const std::int64_t us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    count_.fetch_add(1, std::memory_order_relaxed);
    if (failed) errors_.fetch_add(1, std::memory_order_relaxed);
    total_us_.fetch_add(us, std::memory_order_relaxed);
    std::int64_t seen = max_us_.load(std::memory_order_relaxed);
    while (us > seen && !max_us_.compare_exchange_weak(seen, us, std::memory_order_relaxed)) {
    }
    const auto bucket = std::ranges::lower_bound(bucket_bounds_us, us) - bucket_bounds_us.begin();
    buckets_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
}

QueryStatistics QueryCounter::read(std::string_view name) const {
    QueryStatistics out{.name = std::string(name),
                        .count = count_.load(),
                        .errors = errors_.load(),
                        .total_us = total_us_.load(),
                        .max_us = max_us_.load()};
    for (std::size_t i = 0; i < buckets_.size(); ++i)
        out.buckets[i] = buckets_[i].load();
    return out;
}

QueryCounter& Counters::of(std::string_view name) {
    const std::lock_guard lock(mutex_);
    auto found = queries_.find(name);
    if (found == queries_.end())
        found = queries_.emplace(std::string(name), std::make_unique<QueryCounter>()).first;
    return *found->second;
}

Statistics Counters::read() const {
    Statistics out{.queries = {},
                   .units = units,
                   .commits = commits,
                   .rollbacks = rollbacks,
                   .reruns = reruns,
                   .reads = reads,
                   .waiting = waiting};
    const std::lock_guard lock(mutex_);
    for (const auto& [name, counter] : queries_)
        out.queries.push_back(counter->read(name));
    return out;
}

} // namespace db
