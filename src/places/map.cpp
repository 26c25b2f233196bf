#include "places/map.h"

#include "places/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>

namespace places {
namespace {

struct Tenths {
    long x, y;
    bool operator==(const Tenths&) const = default;
};

double twice_area(const std::vector<Tenths>& ring) noexcept {
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += static_cast<double>(ring[j].x) * static_cast<double>(ring[i].y) -
               static_cast<double>(ring[i].x) * static_cast<double>(ring[j].y);
    return std::abs(sum);
}

/// Rounds to tenths and takes out points that say nothing. Rounding looks at one point alone and the test for
/// a straight line is exact, so two neighbours keep the same border.
std::vector<Tenths> rounded(const Ring& ring, const Projection& projection) {
    std::vector<Tenths> out;
    const auto straight = [](Tenths a, Tenths b, Tenths c) {
        const bool between = (b.x - a.x) * (c.x - b.x) >= 0 && (b.y - a.y) * (c.y - b.y) >= 0;
        return between && (b.x - a.x) * (c.y - b.y) == (b.y - a.y) * (c.x - b.x);
    };
    for (const Point& point : ring) {
        const Dot dot = projection(point);
        const Tenths next{std::lround(dot.x * 10), std::lround(dot.y * 10)};
        if (!out.empty() && out.back() == next) continue;
        while (out.size() >= 2 && straight(out[out.size() - 2], out.back(), next))
            out.pop_back();
        out.push_back(next);
    }
    while (out.size() > 1 && out.front() == out.back())
        out.pop_back();
    return out;
}

void write(std::string& path, const std::vector<Tenths>& ring) {
    char command = 'M';
    for (const Tenths& at : ring) {
        const auto number = [&](long tenths) {
            if (tenths % 10 == 0)
                fmt::format_to(std::back_inserter(path), "{}", tenths / 10);
            else
                fmt::format_to(std::back_inserter(path), "{}{}.{}", tenths < 0 ? "-" : "",
                               std::abs(tenths) / 10, std::abs(tenths) % 10);
        };
        path += command;
        number(at.x);
        path += ' ';
        number(at.y);
        command = 'L';
    }
    path += 'Z';
}

void write_square(std::string& path, Dot at) {
    const long x = std::lround(at.x * 10), y = std::lround(at.y * 10);
    write(path, {{x - 15, y - 15}, {x + 15, y - 15}, {x + 15, y + 15}, {x - 15, y + 15}});
}

const Ring* largest(std::span<const Ring> rings) noexcept {
    const auto size = [](const Ring& ring) {
        double sum = 0;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            sum += ring[j].lon * ring[i].lat - ring[i].lon * ring[j].lat;
        return std::abs(sum);
    };
    const auto found = std::ranges::max_element(rings, {}, size);
    return found == rings.end() ? nullptr : &*found;
}

/// The middle of a ring by its area; of its corners where it has none.
Dot middle(const Ring& ring, const Projection& projection) {
    double area = 0, x = 0, y = 0, corner_x = 0, corner_y = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Dot a = projection(ring[j]), b = projection(ring[i]);
        const double cross = a.x * b.y - b.x * a.y;
        area += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
        corner_x += b.x;
        corner_y += b.y;
    }
    const auto count = static_cast<double>(ring.size());
    Dot out =
        std::abs(area) < 1e-9 ? Dot{corner_x / count, corner_y / count} : Dot{x / (3 * area), y / (3 * area)};
    return {std::round(out.x * 10) / 10, std::round(out.y * 10) / 10};
}

struct Box {
    double west = 180, east = -180, south = 90, north = -90;
    void take(const Box& other) {
        west = std::min(west, other.west);
        east = std::max(east, other.east);
        south = std::min(south, other.south);
        north = std::max(north, other.north);
    }
    [[nodiscard]] double size() const { return std::max(0.0, east - west) * std::max(0.0, north - south); }
    [[nodiscard]] bool apart_from(const Box& o) const {
        return west > o.east || east < o.west || south > o.north || north < o.south;
    }
};

Box box_of(const std::vector<Ring>& rings) {
    Box out;
    for (const Ring& ring : rings)
        for (const Point& point : ring)
            out.take({point.lon, point.lon, point.lat, point.lat});
    return out;
}

/// Areas outside the box of all the others and less than a hundredth of it.
std::vector<bool> far_and_tiny(const std::vector<std::vector<Ring>>& outlines) {
    std::vector<Box> boxes;
    for (const auto& rings : outlines)
        boxes.push_back(box_of(rings));
    std::vector<bool> out(outlines.size(), false);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        Box others;
        for (std::size_t j = 0; j < boxes.size(); ++j)
            if (j != i && !out[j]) others.take(boxes[j]);
        out[i] = !outlines[i].empty() && others.size() > 0 && boxes[i].apart_from(others) &&
                 boxes[i].size() * 100 < others.size();
    }
    return out;
}

} // namespace

Projection Projection::around(std::span<const std::vector<Ring>> outlines, double width, double margin) {
    constexpr double far = std::numeric_limits<double>::infinity();
    double west = far, east = -far, south = far, north = -far;
    for (const auto& rings : outlines)
        for (const Ring& ring : rings)
            for (const Point& point : ring) {
                west = std::min(west, point.lon);
                east = std::max(east, point.lon);
                south = std::min(south, point.lat);
                north = std::max(north, point.lat);
            }
    Projection out;
    out.width_ = width;
    out.height_ = width;
    if (west > east) return out;
    const double squeeze = std::cos((north + south) / 2 * std::numbers::pi / 180);
    const double across = std::max((east - west) * squeeze, 1e-6), down = std::max(north - south, 1e-6);
    const double scale = (width - 2 * margin) / across;
    out.west_ = west;
    out.north_ = north;
    out.scale_x_ = scale * squeeze;
    out.scale_y_ = scale;
    out.left_ = out.top_ = margin;
    out.height_ = std::ceil(down * scale + 2 * margin);
    return out;
}

Dot Projection::operator()(Point point) const noexcept {
    return {left_ + (point.lon - west_) * scale_x_, top_ + (north_ - point.lat) * scale_y_};
}

Projection Projection::with_room(double above, double below) const noexcept {
    Projection out = *this;
    out.top_ += above;
    out.height_ += above + below;
    return out;
}

std::string svg_path(std::span<const Ring> rings, const Projection& projection, double smallest) {
    std::string path;
    const Ring* main = largest(rings);
    for (const Ring& ring : rings) {
        const std::vector<Tenths> points = rounded(ring, projection);
        const bool drawn = points.size() >= 3 && twice_area(points) / 200 >= smallest;
        if (drawn)
            write(path, points);
        else if (&ring == main && !points.empty())
            write_square(path, middle(ring, projection));
    }
    return path;
}

std::string Map::view_box() const {
    return fmt::format("0 0 {:.0f} {:.0f}", projection.width(), projection.height());
}

Map draw_map(std::span<const std::string> codes, double width, double margin) {
    std::vector<std::vector<Ring>> outlines;
    for (const std::string& code : codes)
        outlines.push_back(outline(code));
    std::vector<bool> apart = far_and_tiny(outlines);
    std::vector<std::vector<Ring>> together;
    for (std::size_t i = 0; i < outlines.size(); ++i)
        if (!apart[i]) together.push_back(outlines[i]);

    const Projection frame = Projection::around(together, width, margin);
    constexpr double strip = 24;
    bool any_above = false, any_below = false;
    std::vector<Dot> middles;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        const Ring* main = largest(outlines[i]);
        middles.push_back(main ? middle(*main, frame) : Dot{});
        if (apart[i]) (middles[i].y < frame.height() / 2 ? any_above : any_below) = true;
    }
    Map map{frame.with_room(any_above ? strip : 0, any_below ? strip : 0), {}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Ring* main = largest(outlines[i]);
        if (!main) continue;
        Shape shape{codes[i], gazetteer().everyday_name(codes[i]), {}, {}, apart[i]};
        if (apart[i]) {
            const bool above = middles[i].y < frame.height() / 2;
            shape.label = {std::clamp(middles[i].x, strip / 2, std::max(strip / 2, width - strip / 2)),
                           above ? strip / 2 : map.projection.height() - strip / 2};
            write_square(shape.path, shape.label);
        } else {
            shape.path = svg_path(outlines[i], map.projection);
            shape.label = middle(*main, map.projection);
        }
        map.areas.push_back(std::move(shape));
    }
    return map;
}

} // namespace places
