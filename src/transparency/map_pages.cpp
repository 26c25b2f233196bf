#include "transparency/map_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "transparency/board_pages.h"
#include "transparency/transparency_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace transparency {
namespace {

using html::Markup;
using html::markup;

AreaFigures figures_at(const ByRegency& figures, const std::string& code) {
    auto found = figures.find(code);
    return found == figures.end() ? AreaFigures{} : found->second;
}

/// One of five steps of the colour ramp, by share of the largest.
std::string_view ramp(std::int64_t open, std::int64_t most) {
    static constexpr std::string_view steps[] = {"map-area",    "map-area q1", "map-area q2",
                                                 "map-area q3", "map-area q4", "map-area q5"};
    if (open == 0 || most == 0) return steps[0];
    return steps[std::clamp<std::int64_t>((open * 5 + most - 1) / most, 1, 5)];
}

std::string tenth(double value) {
    return fmt::format("{:.1f}", value);
}

BoardFilter only_area(const std::string& code) {
    BoardFilter filter;
    filter.area = code;
    return filter;
}

} // namespace

Markup regency_map(const places::Map& map, const ByRegency& figures, std::string_view chosen,
                   base::Language l) {
    std::int64_t most = 0;
    for (const auto& shape : map.areas)
        most = std::max(most, figures_at(figures, shape.code).open);
    Markup paths, labels, rows;
    for (const auto& shape : map.areas) {
        auto at = figures_at(figures, shape.code);
        paths += markup<R"(<path class="{}" d="{}"></path>)">(ramp(at.open, most), shape.path);
        if (at.open > 0)
            labels += markup<
                R"(<circle class="pin pin-work" cx="{}" cy="{}" r="{}"></circle><text x="{}" y="{}" class="on-pin">{}</text>)">(
                tenth(shape.label.x), tenth(shape.label.y),
                tenth(9 + std::min(9.0, std::sqrt(static_cast<double>(at.open)))), tenth(shape.label.x),
                tenth(shape.label.y + 4), at.open);
        rows += markup<R"(<li><a href="{}"{}>{}</a> <span class="muted">{}</span></li>)">(
            board_url(only_area(shape.code)),
            html::attribute_if(shape.code == chosen, "aria-current", "true"), shape.name,
            filled(words::map_row, l, {base::with_dots(at.open), base::with_dots(at.done)}));
    }
    return markup<
        R"(<div class="board-map" id="peta"><h3 class="h-plain">{}</h3><div class="map"><svg viewBox="{}" role="img" aria-label="{}">{}{}</svg></div><ul class="map-list small">{}</ul></div>)">(
        words::map_heading.in(l), map.view_box(), words::map_label.in(l), paths, labels, rows);
}

} // namespace transparency
