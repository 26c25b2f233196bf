// The file of an import, read in pieces into lines, a batch at a time.
#pragma once
#include "channels/sp4n_lapor/line.h"

#include <filesystem>
#include <functional>
#include <span>

namespace channels::sp4n_lapor {

inline constexpr std::size_t lines_per_batch = 64;

struct Read {
    std::int64_t number = 0;
    std::string tracking_id; ///< as far as it can be read, also of a line that is refused
    base::Result<Line> line;
};

/// Calls `take` with batches in the order of the file; false from it ends the reading early. Refusals:
/// not_found `lapor.file_gone`; invalid `lapor.spreadsheet`, `lapor.utf16`, `lapor.column_missing` with the
/// field; too_large `lapor.too_many_lines`.
[[nodiscard]] base::Result<void> read_lines(const std::filesystem::path& file,
                                            std::span<const NamedColumn> columns, base::Zone zone,
                                            const std::function<bool(std::span<const Read>)>& take);

/// What a file is not, by its first bytes: `lapor.spreadsheet`, `lapor.utf16`.
[[nodiscard]] base::Result<void> check_beginning(std::string_view beginning);

} // namespace channels::sp4n_lapor
