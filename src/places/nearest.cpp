#include "places/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace places {
namespace {

constexpr double km_per_degree = 6371.0088 * std::numbers::pi / 180;

using Node = NearestVillage::Node;

/// The median of each part stands in its middle, parts split by latitude and longitude in turn.
void arrange(std::vector<Node>& nodes, std::size_t first, std::size_t last, bool by_lat) {
    if (last - first < 2) return;
    const std::size_t middle = first + (last - first) / 2;
    const auto at = [&](std::size_t i) { return nodes.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(first), at(middle), at(last), [by_lat](const Node& a, const Node& b) {
        return by_lat ? a.lat < b.lat : a.lon < b.lon;
    });
    arrange(nodes, first, middle, !by_lat);
    arrange(nodes, middle + 1, last, !by_lat);
}

struct Search {
    const std::vector<Node>& nodes;
    double lat, lon, lon_scale;
    double best = std::numeric_limits<double>::infinity(); ///< squared, in degrees of latitude
    std::uint32_t row = 0;

    void look(std::size_t first, std::size_t last, bool by_lat) {
        if (first >= last) return;
        const std::size_t middle = first + (last - first) / 2;
        const Node& node = nodes[middle];
        const double dy = lat - static_cast<double>(node.lat);
        const double dx = (lon - static_cast<double>(node.lon)) * lon_scale;
        if (const double d = dy * dy + dx * dx; d < best) {
            best = d;
            row = node.row;
        }
        const double across = by_lat ? dy : dx;
        const bool left_first = across < 0;
        left_first ? look(first, middle, !by_lat) : look(middle + 1, last, !by_lat);
        if (across * across < best)
            left_first ? look(middle + 1, last, !by_lat) : look(first, middle, !by_lat);
    }
};

} // namespace

NearestVillage::NearestVillage(std::vector<Node> points) : nodes_(std::move(points)) {
    arrange(nodes_, 0, nodes_.size(), /*by_lat=*/true);
}

std::optional<NearestVillage::Hit> NearestVillage::nearest(Point point) const {
    if (nodes_.empty()) return std::nullopt;
    Search search{nodes_, point.lat, point.lon, std::cos(point.lat * std::numbers::pi / 180)};
    search.look(0, nodes_.size(), /*by_lat=*/true);
    return Hit{search.row, std::sqrt(search.best) * km_per_degree};
}

} // namespace places
