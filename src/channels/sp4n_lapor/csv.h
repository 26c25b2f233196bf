// CSV as offices write it: separator , ; or tab, quoted cells with newlines, a byte order mark, UTF-8 or
// Windows-1252. Reads a stream in pieces and never fails: what cannot be right is said in the row.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace channels::sp4n_lapor {

struct CsvRow {
    std::int64_t line = 0; ///< of the file, counted from 1, where the row begins
    std::vector<std::string> cells;
    bool is_too_large = false; ///< what went over the limits was left out
};

inline constexpr std::size_t most_cells = 100;
inline constexpr std::size_t most_row_bytes = 256 * 1024;

/// The separator that stands most often in the first record; ',' when none does.
[[nodiscard]] char guess_separator(std::string_view beginning) noexcept;

/// What a file is not: a spreadsheet (a ZIP archive) or UTF-16.
enum class NotCsv { none, spreadsheet, utf16 };
[[nodiscard]] NotCsv not_csv(std::string_view beginning) noexcept;

/// Windows-1252 (WHATWG encoding) as UTF-8.
[[nodiscard]] std::string from_windows_1252(std::string_view text);

class CsvReader {
public:
    using Take = std::function<void(CsvRow&& row)>;
    /// `take` gets each row that is not blank, in order, its cells as UTF-8.
    CsvReader(char separator, Take take) : separator_(separator), take_(std::move(take)) {}

    void feed(std::string_view bytes);
    /// The end of the file: the last row needs no newline.
    void finish();

private:
    enum class Where { cell_start, plain, quoted, quote_in_quoted };
    void step(char c);
    void put(char c);
    void end_cell();
    void end_row();

    char separator_;
    Take take_;
    Where where_ = Where::cell_start;
    CsvRow row_{.line = 1, .cells = {}, .is_too_large = false};
    std::string cell_;
    std::size_t row_bytes_ = 0;
    std::int64_t line_ = 1;
    std::size_t mark_ = 0; ///< bytes of the byte order mark seen
    bool after_return_ = false;
    bool has_begun_ = false; ///< the row has any byte
};

/// A cell as a spreadsheet may open it: what would be read as a formula gets an apostrophe before it, and
/// what needs quotes has them.
[[nodiscard]] std::string csv_cell(std::string_view text, char separator);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells, char separator);

} // namespace channels::sp4n_lapor
