#include "cases/neighbourhood.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cases {
namespace {

constexpr double cells_of_a_degree = 200;
constexpr double meters_of_a_degree = 111'195;
constexpr std::int64_t rows_apart = 100'000; ///< more than there are cells around the earth

std::int64_t row_of(double lat) noexcept {
    return static_cast<std::int64_t>(std::floor((lat + 90) * cells_of_a_degree));
}
std::int64_t column_of(double lon) noexcept {
    return static_cast<std::int64_t>(std::floor((lon + 180) * cells_of_a_degree));
}

} // namespace

std::int64_t cell_of(places::Point point) noexcept {
    return row_of(point.lat) * rows_apart + column_of(point.lon);
}

Around around(places::Point point, double meters) {
    const double up = meters / meters_of_a_degree;
    // Nobody reports from the poles, where this would be too narrow.
    const double aside = up / std::max(0.1, std::cos(point.lat * std::numbers::pi / 180));
    Around out{.south = point.lat - up,
               .north = point.lat + up,
               .west = point.lon - aside,
               .east = point.lon + aside,
               .cells = {}};
    for (auto row = row_of(out.south); row <= row_of(out.north); ++row)
        for (auto column = column_of(out.west); column <= column_of(out.east); ++column)
            out.cells.push_back(row * rows_apart + column);
    return out;
}

} // namespace cases
