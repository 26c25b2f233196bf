// What the database did, as data for /metrics: per named query, and for units of work as a whole.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace db {

/// Upper bounds of the histogram in microseconds; the last bucket has none.
inline constexpr std::array<std::int64_t, 9> bucket_bounds_us{100,    250,     1'000,   2'500,    10'000,
                                                              25'000, 100'000, 500'000, 1'000'000};

struct QueryStatistics {
    std::string name;
    std::int64_t count = 0;
    std::int64_t errors = 0;
    std::int64_t total_us = 0;
    std::int64_t max_us = 0;
    std::array<std::int64_t, bucket_bounds_us.size() + 1> buckets{}; ///< not cumulative
};

struct Statistics {
    std::vector<QueryStatistics> queries; ///< by name
    std::int64_t units = 0;               ///< units of work committed
    std::int64_t commits = 0;             ///< transactions they were committed in
    std::int64_t rollbacks = 0;           ///< units rolled back, by their own result or by an error
    std::int64_t reruns = 0;              ///< units run again: group commit undone, 40001, 40P01
    std::int64_t reads = 0;
    std::int64_t waiting = 0; ///< units waiting for the writer or for a connection, now
};

} // namespace db
