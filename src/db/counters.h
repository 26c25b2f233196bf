// Counts and times per query name and for units of work. Cheap enough for every statement; thread-safe.
#pragma once
#include "db/statistics.h"

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

namespace db {

class QueryCounter {
public:
    void count(std::chrono::steady_clock::duration took, bool failed);
    [[nodiscard]] QueryStatistics read(std::string_view name) const;

private:
    std::atomic<std::int64_t> count_{0}, errors_{0}, total_us_{0}, max_us_{0};
    std::array<std::atomic<std::int64_t>, bucket_bounds_us.size() + 1> buckets_{};
};

class Counters {
public:
    /// The counter of a name; it stays where it is.
    QueryCounter& of(std::string_view name);
    [[nodiscard]] Statistics read() const;

    std::atomic<std::int64_t> units{0}, commits{0}, rollbacks{0}, reruns{0}, reads{0}, waiting{0};

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<QueryCounter>, std::less<>> queries_;
};

} // namespace db
