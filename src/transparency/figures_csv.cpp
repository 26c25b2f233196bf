#include "transparency/figures_csv.h"

#include "transparency/figures_words.h"

namespace transparency {
namespace {

void append_row(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        out += csv_cell(cells[i]);
    }
    out += "\r\n";
}

std::vector<std::string> cells_of(const cases::Numbers& n) {
    std::vector<std::string> out;
    for (std::int64_t value : {n.received, n.done, n.in_time, n.claimed, n.contested, n.open, n.overdue})
        out.push_back(std::to_string(value));
    return out;
}

} // namespace

std::string csv_cell(std::string_view text) {
    std::string out;
    // As OWASP lists them: these begin a formula in one spreadsheet or another.
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos)
        out += '\'';
    out += text;
    if (out.find_first_of(",\"\r\n;") == std::string::npos) return out;
    std::string quoted = "\"";
    for (char c : out) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string figures_csv(const FigureTables& tables, const Period& period, const agency::Directory& directory,
                        base::Language l) {
    auto word = [&](base::Text text) { return std::string(text.in(l)); };
    std::string out = "\xEF\xBB\xBF";
    append_row(out,
               {word(words::period), word(words::csv_table), word(words::csv_key), word(words::csv_name),
                word(words::m_received), word(words::m_done), word(words::m_in_time), word(words::m_claimed),
                word(words::m_contested), word(words::m_open), word(words::m_overdue)});
    auto row = [&](base::Text table, const std::string& key, const std::string& name,
                   const cases::Numbers& numbers) {
        std::vector<std::string> cells{name_of(period, l), word(table), key == "-" ? "" : key, name};
        for (auto& cell : cells_of(numbers))
            cells.push_back(std::move(cell));
        append_row(out, cells);
    };
    auto rows = [&](base::Text table, Table dimension, const std::vector<FigureRow>& all) {
        for (const auto& each : all)
            row(table, each.key, row_name(dimension, each.key, directory, l), each.numbers);
    };
    row(words::totals, "", word(words::totals), tables.total);
    rows(words::by_month, Table::month, tables.by_month);
    rows(words::by_office, Table::office, tables.by_office);
    rows(words::by_topic, Table::topic, tables.by_topic);
    rows(words::by_place, Table::regency, tables.by_regency);
    return out;
}

} // namespace transparency
