// The map of an agency's regencies, drawn by the server: open reports per area, and the same facts as a list.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "places/map.h"
#include "transparency/board.h"

namespace transparency {

using ByRegency = std::map<std::string, AreaFigures, std::less<>>;
[[nodiscard]] html::Markup regency_map(const places::Map& map, const ByRegency& figures,
                                       std::string_view chosen, base::Language language);

} // namespace transparency
