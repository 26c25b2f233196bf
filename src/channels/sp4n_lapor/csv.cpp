#include "channels/sp4n_lapor/csv.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace channels::sp4n_lapor {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// 0x80 to 0x9F of Windows-1252; the rest are the code points of Latin-1.
constexpr std::array<char32_t, 32> upper{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

} // namespace

char guess_separator(std::string_view beginning) noexcept {
    if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
    std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool is_quoted = false;
    bool has_text = false;
    for (char c : beginning) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if ((c == '\n' || c == '\r') && has_text) break;
        has_text = has_text || (c != '\n' && c != '\r');
        for (auto& [separator, count] : counts)
            if (c == separator) ++count;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

NotCsv not_csv(std::string_view beginning) noexcept {
    if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("\xD0\xCF\x11\xE0"))
        return NotCsv::spreadsheet;
    if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) return NotCsv::utf16;
    return NotCsv::none;
}

std::string from_windows_1252(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80U] : char32_t{byte});
    }
    return out;
}

void CsvReader::feed(std::string_view bytes) {
    for (char c : bytes) {
        if (mark_ < byte_order_mark.size()) {
            if (c == byte_order_mark[mark_]) {
                ++mark_;
                continue;
            }
            // No mark after all: its first bytes belong to the text.
            const auto seen = byte_order_mark.substr(0, mark_);
            mark_ = byte_order_mark.size();
            for (char held : seen)
                step(held);
        }
        step(c);
    }
}

void CsvReader::step(char c) {
    const bool ends_pair = after_return_ && c == '\n'; // the second half of CRLF
    after_return_ = c == '\r';
    const bool is_newline = c == '\n' || c == '\r';
    if (is_newline && !ends_pair) ++line_;
    if (where_ == Where::quoted) {
        if (c == '"')
            where_ = Where::quote_in_quoted;
        else
            put(c);
        return;
    }
    if (where_ == Where::quote_in_quoted) {
        if (c == '"') {
            put(c);
            where_ = Where::quoted;
            return;
        }
        where_ = Where::plain;
    }
    if (is_newline) {
        if (!ends_pair) end_row();
        row_.line = line_;
        return;
    }
    has_begun_ = true;
    if (c == separator_) {
        end_cell();
    } else if (c == '"' && where_ == Where::cell_start) {
        where_ = Where::quoted;
    } else {
        put(c);
        where_ = Where::plain;
    }
}

void CsvReader::put(char c) {
    if (++row_bytes_ <= most_row_bytes)
        cell_ += c;
    else
        row_.is_too_large = true;
}

void CsvReader::end_cell() {
    if (row_.cells.size() < most_cells)
        row_.cells.push_back(std::move(cell_));
    else
        row_.is_too_large = true;
    cell_.clear();
    where_ = Where::cell_start;
}

void CsvReader::end_row() {
    const bool was_begun = has_begun_;
    if (was_begun) end_cell();
    CsvRow row = std::move(row_);
    row_ = CsvRow{.line = line_, .cells = {}, .is_too_large = false};
    row_bytes_ = 0;
    has_begun_ = false;
    const bool is_blank =
        std::ranges::all_of(row.cells, [](const std::string& cell) { return base::trim(cell).empty(); });
    if (is_blank && !row.is_too_large) return;
    // Programs write a file in one encoding, but people paste lines of one into another: each row for itself.
    if (!std::ranges::all_of(row.cells, [](const std::string& cell) { return base::is_utf8(cell); }))
        for (auto& cell : row.cells)
            cell = from_windows_1252(cell);
    take_(std::move(row));
}

void CsvReader::finish() {
    if (mark_ > 0 && mark_ < byte_order_mark.size()) {
        const auto seen = byte_order_mark.substr(0, mark_);
        mark_ = byte_order_mark.size();
        for (char held : seen)
            step(held);
    }
    end_row();
    where_ = Where::cell_start;
}

std::string csv_cell(std::string_view text, char separator) {
    std::string out;
    // OWASP: =, +, - and @ begin a formula, tab and return lead to one; spaces before them do not help.
    const auto first = text.find_first_not_of(" \n\r\t");
    const bool is_formula = !text.empty() && (text.front() == '\t' || text.front() == '\r' ||
                                              (first != std::string_view::npos &&
                                               std::string_view("=+-@").contains(text[first])));
    if (is_formula) out += '\'';
    out += text;
    if (out.find_first_of(std::string("\"\n\r\t ") + separator) == std::string::npos) return out;
    std::string quoted = "\"";
    for (char c : out) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells, char separator) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += separator;
        out += csv_cell(cells[i], separator);
    }
    return out + "\r\n";
}

} // namespace channels::sp4n_lapor
