#include "cases/rule_place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cases {
namespace {

using agency::RuleCircle;
using agency::RulePoint;

constexpr double earth_km = 6'371.0;
constexpr double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

} // namespace

bool lies_in(RulePoint point, std::span<const RulePoint> polygon) noexcept {
    bool is_in = false;
    for (std::size_t i = 0, before = polygon.size() - 1; i < polygon.size(); before = i++) {
        const RulePoint a = polygon[i], b = polygon[before];
        if ((a.lat > point.lat) == (b.lat > point.lat)) continue;
        const double crosses_at = (b.lon - a.lon) * (point.lat - a.lat) / (b.lat - a.lat) + a.lon;
        if (point.lon < crosses_at) is_in = !is_in;
    }
    return is_in;
}

bool lies_in(RulePoint point, const RuleCircle& circle) noexcept {
    return km_between(point, {circle.lat, circle.lon}) <= circle.km;
}

double km_between(RulePoint a, RulePoint b) noexcept {
    const double dlat = radians(b.lat - a.lat) / 2, dlon = radians(b.lon - a.lon) / 2;
    const double h = std::sin(dlat) * std::sin(dlat) +
                     std::cos(radians(a.lat)) * std::cos(radians(b.lat)) * std::sin(dlon) * std::sin(dlon);
    return 2 * earth_km * std::asin(std::min(1.0, std::sqrt(h)));
}

std::pair<RulePoint, RulePoint> box_of(std::span<const RulePoint> polygon) noexcept {
    const auto [south, north] = std::ranges::minmax(polygon, {}, &RulePoint::lat);
    const auto [west, east] = std::ranges::minmax(polygon, {}, &RulePoint::lon);
    return {{south.lat, west.lon}, {north.lat, east.lon}};
}

std::pair<RulePoint, RulePoint> box_of(const RuleCircle& circle) noexcept {
    const double up = circle.km / radians(earth_km);
    const double aside = up / std::max(0.01, std::cos(radians(circle.lat)));
    return {{circle.lat - up, circle.lon - aside}, {circle.lat + up, circle.lon + aside}};
}

bool holds(const RuleCircle& outer, const RuleCircle& inner) noexcept {
    return km_between({outer.lat, outer.lon}, {inner.lat, inner.lon}) + inner.km <= outer.km;
}

} // namespace cases
