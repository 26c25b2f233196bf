// What SQLite alone can do: the rows of the newest cases, written again by a bare writer with the same
// indexes, the same commits and the same durability into a copy of the same file.
#pragma once
#include <cstdint>
#include <filesystem>

namespace bench {

/// Cases a second. `of_a_commit`: cases in one transaction.
[[nodiscard]] double bare_rate(const std::filesystem::path& file, std::int64_t cases,
                               std::size_t of_a_commit);

} // namespace bench
