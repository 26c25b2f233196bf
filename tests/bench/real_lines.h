// The lines of a real register of complaints, as it lies beside the project. Nothing is kept of them.
#pragma once
#include "places/region.h"

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// One line of the register.
struct Line {
    std::string id, text, address, created, answered, topic, office, district, village;
};

/// The folder named, else TANGGAP_REGISTER, else ../shared/data/surabaya; nullptr is no name.
[[nodiscard]] std::filesystem::path register_folder(const char* named);
/// complaints*.csv in the folder; empty where there is none.
[[nodiscard]] std::filesystem::path register_in(const std::filesystem::path& folder);
[[nodiscard]] std::vector<Line> read_lines(const std::filesystem::path& file);

/// Code of the village a line names in its own columns, else of its district; empty when the gazetteer knows
/// neither.
[[nodiscard]] std::string area_of(const Line& line, const places::Region& region);

} // namespace bench
