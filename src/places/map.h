// Maps drawn by the server: areas as SVG path data in one projection. Never fails; unknown codes are left
// out.
#pragma once
#include "places/outline.h"

#include <span>
#include <string>
#include <vector>

namespace places {

struct Dot {
    double x = 0;
    double y = 0;
};

/// Longitude and latitude onto a drawing of `width` units: a plane that touches the earth in the middle of
/// the map, north up.
class Projection {
public:
    /// The drawing that holds all rings, with `margin` units on every side. Height follows from the width.
    [[nodiscard]] static Projection around(std::span<const std::vector<Ring>> outlines, double width,
                                           double margin);
    [[nodiscard]] Dot operator()(Point point) const noexcept;
    [[nodiscard]] double width() const noexcept { return width_; }
    [[nodiscard]] double height() const noexcept { return height_; }
    /// The same drawing with more room above and below.
    [[nodiscard]] Projection with_room(double above, double below) const noexcept;

private:
    double west_ = 0, north_ = 0, scale_x_ = 1, scale_y_ = 1, left_ = 0, top_ = 0, width_ = 0, height_ = 0;
};

/// Path data "M1.5 2L3 4Z..." with one decimal. Points that fall on the same tenth are one, and points on a
/// line between two others go, in the same way for both neighbours of a border. Islands smaller than
/// `smallest` square units are left out, but never the largest ring of an area: that one is drawn as a small
/// square if need be.
[[nodiscard]] std::string svg_path(std::span<const Ring> rings, const Projection& projection,
                                   double smallest = 1.0);

struct Shape {
    std::string code;
    std::string name; ///< everyday: "Jakarta Selatan"
    std::string path; ///< for <path d="...">
    Dot label;        ///< the middle of the largest ring
    bool set_apart;   ///< drawn as a small square at the edge: too small and too far off to fit; pins go to
                      ///< `label`
};
struct Map {
    Projection projection;                      ///< for pins: map.projection({lat, lon})
    std::vector<Shape> areas;                   ///< in the order of the codes given
    [[nodiscard]] std::string view_box() const; ///< "0 0 400 470"
};

/// Provinces, regencies and cities in one drawing `width` units wide, cut around them. A tiny area far from
/// the others (Kepulauan Seribu off Jakarta) is set apart above or below them, so that the others keep the
/// room.
[[nodiscard]] Map draw_map(std::span<const std::string> codes, double width = 400, double margin = 6);

} // namespace places
