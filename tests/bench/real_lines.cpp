#include "real_lines.h"

#include "intake/import_reader.h"

#include <cstdlib>
#include <fstream>

namespace bench {

std::filesystem::path register_folder(const char* named) {
    const char* usual = std::getenv("TANGGAP_REGISTER");
    return named ? named : usual ? usual : "../shared/data/surabaya";
}

std::filesystem::path register_in(const std::filesystem::path& folder) {
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().filename().string().starts_with("complaints") &&
                entry.path().extension() == ".csv")
                return entry.path();
    return {};
}

std::vector<Line> read_lines(const std::filesystem::path& file) {
    intake::ImportReader reader(intake::ImportFormat::csv, {"id", "text", "address", "created", "answered",
                                                            "topic", "agency", "kecamatan", "kelurahan"});
    std::ifstream in(file, std::ios::binary);
    std::vector<Line> out;
    reader.feed(std::string(std::istreambuf_iterator<char>(in), {}));
    reader.finish();
    while (auto record = reader.next())
        if (auto& c = record->cells; !record->problem)
            out.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]});
    return out;
}

std::string area_of(const Line& line, const places::Region& region) {
    std::vector<places::Area> districts;
    for (const auto& area : region.named(line.district))
        if (area.level == places::Level::district) districts.push_back(area);
    // Two villages of one name are told apart by their districts: "Wonorejo Rungkut".
    std::string_view village = line.village;
    if (village.ends_with(" " + line.district)) village.remove_suffix(line.district.size() + 1);
    for (const auto& area : region.named(village))
        for (const auto& district : districts)
            if (area.level == places::Level::village && area.code.starts_with(district.code + "."))
                return area.code;
    return districts.size() == 1 ? districts.front().code : "";
}

} // namespace bench
