// Files as SP4N-LAPOR! exports them: bytes in any pieces to rows, and rows to lines. What comes out keeps
// every limit, is UTF-8, and does not depend on how the bytes were cut.
#include "base/text.h"
#include "channels/sp4n_lapor/date.h"
#include "channels/sp4n_lapor/line.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace channels::sp4n_lapor;

std::vector<CsvRow> rows_of(std::string_view bytes, std::size_t piece) {
    std::vector<CsvRow> rows;
    CsvReader reader(guess_separator(bytes), [&](CsvRow&& row) { rows.push_back(std::move(row)); });
    for (std::size_t i = 0; i < bytes.size(); i += piece)
        reader.feed(bytes.substr(i, piece));
    reader.finish();
    return rows;
}

void must(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)read_date(bytes, base::Zone::wib);
    const auto rows = rows_of(bytes, 7);
    const auto again = rows_of(bytes, bytes.size() + 1);
    must(rows.size() == again.size());
    std::optional<Columns> columns;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        must(rows[i].cells == again[i].cells && rows[i].line == again[i].line);
        must(rows[i].cells.size() <= most_cells);
        for (const auto& cell : rows[i].cells)
            must(base::is_utf8(cell));
        if (!columns) {
            auto found = Columns::find(rows[i].cells, {});
            if (found) columns = std::move(*found);
            continue;
        }
        auto line = read_line(rows[i], *columns, base::Zone::wib);
        if (line) must(!line->tracking_id.empty() && base::length(line->text) <= items::max_text);
    }
    return 0;
}
