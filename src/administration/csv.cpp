#include "administration/csv.h"

#include "base/text.h"

#include <algorithm>

namespace administration {
namespace {

std::unexpected<base::Problem> wrong(int line, std::string detail) {
    return base::fail_field("baris " + std::to_string(line), "import.line", std::move(detail));
}

/// Takes one record off `text`; quoted cells may hold line ends, which `lines` counts.
base::Result<std::vector<std::string>> take_record(std::string_view& text, char separator, int& lines) {
    std::vector<std::string> cells(1);
    const int first = lines;
    bool is_quoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++lines;
        if (is_quoted) {
            if (c != '"') {
                cells.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cells.back() += '"';
                ++i;
            } else {
                is_quoted = false;
            }
        } else if (c == '\n') {
            break;
        } else if (c == separator) {
            cells.emplace_back();
        } else if (c == '"' && base::trim(cells.back()).empty()) {
            cells.back().clear();
            is_quoted = true;
        } else {
            cells.back() += c;
        }
    }
    if (is_quoted) return wrong(first, "a quote is not closed");
    text.remove_prefix(std::min(i + 1, text.size()));
    for (std::string& cell : cells)
        cell = std::string(base::trim(cell));
    return cells;
}

bool is_empty(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty(); });
}

} // namespace

base::Result<std::vector<CsvLine>> parse_csv(std::string_view text,
                                             const std::vector<std::string_view>& header) {
    if (text.size() > max_csv_bytes) return base::fail(base::Kind::too_large, "request.too_large");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!base::is_utf8(text) || text.contains('\0')) return wrong(1, "the file is not UTF-8 text");
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator = std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
    std::vector<CsvLine> out;
    bool has_header = false;
    for (int lines = 1; !text.empty();) {
        const int number = lines;
        auto cells = take_record(text, separator, lines);
        if (!cells) return base::pass(cells);
        if (is_empty(*cells)) continue;
        if (!has_header) {
            for (std::string& cell : *cells)
                cell = base::lower_ascii(cell);
            if (!std::ranges::equal(*cells, header)) return wrong(number, "another header is expected");
            has_header = true;
            continue;
        }
        if (cells->size() != header.size())
            return wrong(number, "the line has not as many cells as the header");
        if (out.size() == max_csv_lines) return wrong(number, "too many lines");
        out.push_back({number, std::move(*cells)});
    }
    if (!has_header) return wrong(1, "the header is missing");
    return out;
}

bool looks_like_formula(std::string_view cell) noexcept {
    const auto first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t").contains(cell[first]);
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) {
        if (!out.empty()) out += ',';
        out += '"';
        if (looks_like_formula(cell)) out += '\'';
        for (char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    return out + "\r\n";
}

} // namespace administration
