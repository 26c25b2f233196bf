// Tables that people make in a spreadsheet: a header line, then lines; separated by commas or, as Indonesian
// spreadsheets do, by semicolons. A wrong table is `import.line` with the field "baris 7".
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace administration {

inline constexpr std::size_t max_csv_bytes = 1024 * 1024;
inline constexpr std::size_t max_csv_lines = 5'000;

struct CsvLine {
    int number = 0; ///< in the file, from 1
    std::vector<std::string> cells;
};

/// Quotes as in RFC 4180, a byte-order mark and empty lines are passed over; `header` must be the first line,
/// in any case. Every line has as many cells as the header.
[[nodiscard]] base::Result<std::vector<CsvLine>> parse_csv(std::string_view text,
                                                           const std::vector<std::string_view>& header);

/// What a spreadsheet would take for a formula, also behind apostrophes.
[[nodiscard]] bool looks_like_formula(std::string_view cell) noexcept;

/// One line with its end; cells that a spreadsheet would take for a formula get a leading apostrophe.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

} // namespace administration
