// Where a point lies: in a polygon, in a circle; and which of two such areas holds the other. Pure; for areas
// the size of a city, far from poles and the date line.
#pragma once
#include "agency/routing_rule.h"

#include <span>
#include <utility>

namespace cases {

/// Even-odd rule; the polygon closes by itself. A point on an edge may count as in or out.
[[nodiscard]] bool lies_in(agency::RulePoint point, std::span<const agency::RulePoint> polygon) noexcept;
[[nodiscard]] bool lies_in(agency::RulePoint point, const agency::RuleCircle& circle) noexcept;
/// Great-circle distance on a sphere of 6,371 km.
[[nodiscard]] double km_between(agency::RulePoint a, agency::RulePoint b) noexcept;
/// South-west and north-east corner.
[[nodiscard]] std::pair<agency::RulePoint, agency::RulePoint>
box_of(std::span<const agency::RulePoint> polygon) noexcept;
[[nodiscard]] std::pair<agency::RulePoint, agency::RulePoint>
box_of(const agency::RuleCircle& circle) noexcept;
/// Everything in the inner circle is in the outer.
[[nodiscard]] bool holds(const agency::RuleCircle& outer, const agency::RuleCircle& inner) noexcept;

} // namespace cases
