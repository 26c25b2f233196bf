// A grid over the country, so that what lies side by side is found side by side, whatever borders of
// villages, districts or regencies run between. Pure; never fails.
#pragma once
#include "places/area.h"

#include <cstdint>
#include <vector>

namespace cases {

/// Some 550 m by 550 m: the widest spread reaches the next cell and no further.
[[nodiscard]] std::int64_t cell_of(places::Point point) noexcept;

struct Around {
    double south = 0, north = 0, west = 0, east = 0;
    std::vector<std::int64_t> cells = {}; ///< that it touches
};
/// The square around a point that holds all that is at most that far away.
[[nodiscard]] Around around(places::Point point, double meters);

} // namespace cases
