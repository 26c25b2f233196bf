#include "channels/sp4n_lapor/file.h"

#include "base/text.h"
#include "channels/sp4n_lapor/import.h"

#include <fstream>

namespace channels::sp4n_lapor {

base::Result<void> check_beginning(std::string_view beginning) {
    switch (not_csv(beginning)) {
    case NotCsv::none: return {};
    case NotCsv::spreadsheet: return base::fail(base::Kind::unsupported, "lapor.spreadsheet");
    case NotCsv::utf16: return base::fail(base::Kind::unsupported, "lapor.utf16");
    }
    return {};
}

base::Result<void> read_lines(const std::filesystem::path& file, std::span<const NamedColumn> named,
                              base::Zone zone, const std::function<bool(std::span<const Read>)>& take) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return base::fail(base::Kind::not_found, "lapor.file_gone", file.string());
    std::string piece(64UL * 1024, '\0');
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    std::string_view bytes(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (auto right = check_beginning(bytes); !right) return right;

    std::optional<Columns> columns;
    base::Result<void> outcome;
    bool goes_on = true;
    std::vector<Read> batch;
    std::int64_t count = 0;
    CsvReader reader(guess_separator(bytes), [&](CsvRow&& row) {
        if (!goes_on) return;
        if (!columns) {
            auto found = Columns::find(row.cells, named);
            if (found) {
                columns = std::move(*found);
            } else {
                outcome = base::pass(found);
                goes_on = false;
            }
            return;
        }
        if (++count > max_lines) {
            outcome = base::fail(base::Kind::too_large, "lapor.too_many_lines");
            goes_on = false;
            return;
        }
        auto id = base::clean(columns->cell(row.cells, Field::tracking_id), 40, "tracking_id");
        batch.push_back({.number = row.line,
                         .tracking_id = id ? std::move(*id) : std::string(),
                         .line = read_line(row, *columns, zone)});
        if (batch.size() < lines_per_batch) return;
        goes_on = take(batch);
        batch.clear();
    });
    while (goes_on && !bytes.empty()) {
        reader.feed(bytes);
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        bytes = std::string_view(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return base::fail(base::Kind::unavailable, "lapor.file_gone", file.string());
    if (goes_on) reader.finish();
    if (goes_on && !batch.empty()) (void)take(batch);
    if (outcome && !columns) return base::fail_field("tracking_id", "lapor.column_missing", "an empty file");
    return outcome;
}

} // namespace channels::sp4n_lapor
