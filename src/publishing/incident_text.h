// What posts that nobody types say. Made of the agency's own words alone.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace publishing {

[[nodiscard]] inline std::string incident_text(std::string_view title, int people) {
    if (people > 1)
        return fmt::format("Sudah beres: {}. {} warga melaporkannya. Terima kasih atas laporan Anda.", title,
                           people);
    return fmt::format("Sudah beres: {}. Terima kasih kepada warga yang melapor.", title);
}
[[nodiscard]] inline std::string incident_alt(std::string_view title) {
    return fmt::format("Foto sesudah penanganan: {}", title);
}

} // namespace publishing
