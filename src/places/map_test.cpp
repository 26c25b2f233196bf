#include "places/gazetteer.h"
#include "places/map.h"
#include "places/shipped.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace places {
namespace {

const std::vector<std::string> jakarta = {"31.01", "31.71", "31.72", "31.73", "31.74", "31.75"};

bool inside(Point point, const std::vector<Ring>& rings) {
    bool in = false;
    for (const Ring& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].lat > point.lat) != (ring[j].lat > point.lat) &&
                point.lon <
                    (ring[j].lon - ring[i].lon) * (point.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) +
                        ring[i].lon)
                in = !in;
    return in;
}

TEST(Outlines, hold_every_province_and_regency) {
    const auto read = Outlines::parse(shipped::outlines());
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->size(), 552U);
    for (const auto& row : gazetteer().rows()) {
        if (level_of(row.number) > Level::regency) continue;
        const auto rings = outline(code_text(row.number));
        ASSERT_FALSE(rings.empty()) << code_text(row.number);
        for (const Ring& ring : rings)
            for (Point point : ring)
                ASSERT_TRUE(in_indonesia(point)) << code_text(row.number);
    }
    EXPECT_TRUE(outline("31.74.01").empty());
    EXPECT_TRUE(outline("nowhere").empty());
}

TEST(Outlines, hold_the_middles_of_the_villages_of_jakarta) {
    int outside = 0, all = 0;
    for (const auto& row : gazetteer().below(3'100'000'000)) {
        if (level_of(row.number) != Level::village || row.number < 3'171'000'000) continue;
        ++all;
        if (!inside({row.lat_e4 / 1e4, row.lon_e4 / 1e4},
                    outline(code_text(at_level(row.number, Level::regency)))))
            ++outside;
    }
    EXPECT_EQ(all, 261);
    EXPECT_LE(outside, 12) << "villages at a border may fall to the other side of a simplified line";
}

TEST(Outlines, say_which_line_is_wrong) {
    for (std::string_view lines :
         {"31\n", "31\t\n", "x\t1,2 1,2 1,2\n", "31\t1,2 1,2\n", "31\t1,2 1,2 1\n", "31\t1,2 3,4 5,6;\n",
          "31\t1,2  3,4 5,6\n", "31\t1,2 3,4 5,6x\n", "31\t999999,2 3,4 5,6\n", "31\t99999999999,2 3,4 5,6\n",
          "31\t1,2 3,4 5,6 \n"}) {
        const auto read = Outlines::parse(lines);
        ASSERT_FALSE(read) << lines;
        EXPECT_TRUE(read.error().detail.starts_with("line 1: ")) << read.error().detail;
    }
}

TEST(Map, draws_the_six_parts_of_jakarta) {
    const Map map = draw_map(jakarta, 400, 6);
    ASSERT_EQ(map.areas.size(), 6U);
    EXPECT_EQ(map.areas[0].name, "Kepulauan Seribu");
    EXPECT_EQ(map.areas[4].name, "Jakarta Selatan");
    EXPECT_TRUE(map.view_box().starts_with("0 0 400 ")) << map.view_box();
    std::size_t bytes = 0;
    for (const Shape& shape : map.areas) {
        EXPECT_TRUE(shape.path.starts_with("M") && shape.path.ends_with("Z")) << shape.code;
        EXPECT_EQ(shape.path.find_first_not_of("MLZ0123456789-. "), std::string::npos) << shape.path;
        EXPECT_GE(shape.label.x, 0);
        EXPECT_LE(shape.label.x, map.projection.width());
        EXPECT_GE(shape.label.y, 0);
        EXPECT_LE(shape.label.y, map.projection.height());
        bytes += shape.path.size();
    }
    EXPECT_LT(bytes, 4'000U);
    const auto label = [&](std::size_t i) { return map.areas[i].label; };
    EXPECT_LT(label(0).y, label(2).y) << "the islands lie north of the coast";
    EXPECT_TRUE(map.areas[0].set_apart);
    EXPECT_FALSE(map.areas[1].set_apart);
    EXPECT_LT(map.projection.height(), 480) << "the islands 30 km off take no room from the city";
    EXPECT_LT(label(3).x, label(1).x) << "west is left of the middle";
    EXPECT_GT(label(5).x, label(1).x) << "east is right of the middle";
    EXPECT_GT(label(4).y, label(1).y) << "south is below the middle";
}

TEST(Map, puts_pins_where_their_area_is_drawn) {
    const Map map = draw_map(jakarta, 400, 6);
    const Dot monas = map.projection({-6.1754, 106.8272});
    EXPECT_NEAR(monas.x, map.areas[1].label.x, 25);
    EXPECT_NEAR(monas.y, map.areas[1].label.y, 25);
}

TEST(Map, neighbours_keep_the_same_border) {
    // The border x = 107 from south to north for one, from north to south for the other.
    const Ring west = {{-6.30, 106.9}, {-6.30, 107.0}, {-6.2001, 107.0}, {-6.2, 107.0},
                       {-6.1, 107.01}, {-6.0, 107.0},  {-6.0, 106.9}};
    const Ring east = {{-6.30, 107.0}, {-6.30, 107.1}, {-6.0, 107.1},   {-6.0, 107.0},
                       {-6.1, 107.01}, {-6.2, 107.0},  {-6.2001, 107.0}};
    const std::vector<std::vector<Ring>> both = {{west}, {east}};
    const Projection projection = Projection::around(both, 100, 0);
    EXPECT_EQ(svg_path(both[0], projection), "M0 150.9L50 150.9L50 100.6L55 50.3L50 0L0 0Z");
    EXPECT_EQ(svg_path(both[1], projection), "M50 150.9L100 150.9L100 0L50 0L55 50.3L50 100.6Z");
}

TEST(Map, leaves_out_small_islands_but_no_area) {
    const std::vector<std::string> all = {"31", "32", "36", "21", "nowhere"};
    const Map map = draw_map(all, 300, 5);
    ASSERT_EQ(map.areas.size(), 4U);
    for (const Shape& shape : map.areas)
        EXPECT_FALSE(shape.path.empty()) << shape.code;
    EXPECT_TRUE(draw_map({}, 300, 5).areas.empty());
}

} // namespace
} // namespace places
