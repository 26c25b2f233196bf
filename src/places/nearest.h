// Point -> nearest point: a k-d tree laid out in one array. Nothing fails; an empty tree gives nullopt.
#pragma once
#include "places/area.h"

#include <vector>

namespace places {

struct Near {
    Area area;
    double km = 0; ///< between the point and the middle of the area
};

class NearestVillage {
public:
    struct Node {
        float lat;
        float lon;
        std::uint32_t row;
    };
    NearestVillage() = default;
    explicit NearestVillage(std::vector<Node> points);

    struct Hit {
        std::uint32_t row;
        double km;
    };
    /// Distances on the plane that touches the earth at the point's latitude: exact enough for Indonesia (<
    /// 0.1 % within 50 km).
    [[nodiscard]] std::optional<Hit> nearest(Point point) const;

private:
    std::vector<Node> nodes_;
};

} // namespace places
