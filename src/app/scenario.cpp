#include "app/scenario.h"

#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

/// A cell with \n written out.
std::string unescaped(std::string_view cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\\' && i + 1 < cell.size() && cell[i + 1] == 'n') {
            out += '\n';
            ++i;
        } else {
            out += cell[i];
        }
    }
    return out;
}

} // namespace

std::string_view read_file(std::span<const ScenarioFile> files, std::string_view name) {
    auto found = std::ranges::find(files, name, &ScenarioFile::name);
    return found == files.end() ? std::string_view{} : found->bytes;
}

base::Result<std::vector<Line>> read_table(std::span<const ScenarioFile> files, std::string_view name) {
    std::vector<Line> out;
    std::vector<std::string_view> header;
    std::size_t number = 0;
    for (std::string_view row : base::split(read_file(files, name), '\n')) {
        ++number;
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty() || row.starts_with("# ")) continue;
        auto cells = base::split(row, '\t');
        if (header.empty()) {
            header = std::move(cells);
            continue;
        }
        if (cells.size() != header.size())
            return base::fail(base::Kind::broken, "scenario.line",
                              std::string(name) + ":" + std::to_string(number) + ": " +
                                  std::to_string(cells.size()) + " cells under " +
                                  std::to_string(header.size()) + " columns");
        Line line;
        for (std::size_t i = 0; i < cells.size(); ++i)
            line[std::string(header[i])] = unescaped(cells[i]);
        out.push_back(std::move(line));
    }
    return out;
}

std::string cell_of(const std::vector<Line>& table, std::string_view key, std::string_view column) {
    auto found = std::ranges::find_if(table, [&](const Line& line) { return line.at("key") == key; });
    if (found == table.end()) return {};
    auto cell = found->find(column);
    return cell == found->end() ? std::string{} : cell->second;
}

} // namespace app
