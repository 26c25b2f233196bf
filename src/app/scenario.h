// A demo scenario as it is shipped in data/scenarios/NAME: tables of tab-separated lines and drawn photos,
// built into the program. Reading fails with `scenario.line` and says file and line.
#pragma once
#include "base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct ScenarioFile {
    std::string_view name; ///< "cases.tsv", "photos/lubang-1.jpg"
    std::string_view bytes;
};

/// The files of a scenario; empty for an unknown name.
[[nodiscard]] std::span<const ScenarioFile> scenario_files(std::string_view name);
[[nodiscard]] std::vector<std::string_view> scenario_names();

/// One line of a table by the names of its columns; a column that is not there is empty.
using Line = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] base::Result<std::vector<Line>> read_table(std::span<const ScenarioFile> files,
                                                         std::string_view name);
[[nodiscard]] std::string_view read_file(std::span<const ScenarioFile> files, std::string_view name);

/// The cell of the line with that key; empty when there is none.
[[nodiscard]] std::string cell_of(const std::vector<Line>& table, std::string_view key,
                                  std::string_view column);

} // namespace app
