#include "places/region.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

namespace places {
namespace {

const Region& jakarta() {
    static const Region region = gazetteer().within(std::vector<std::string>{"31"});
    return region;
}
const Region& surabaya() {
    static const Region region = gazetteer().within(std::vector<std::string>{"35.78"});
    return region;
}
const Region& indonesia() {
    static const Region region = gazetteer().within({});
    return region;
}
std::string codes(const std::vector<Area>& areas) {
    std::string out;
    for (const Area& area : areas)
        out += (out.empty() ? "" : " ") + area.code;
    return out;
}

TEST(Region, finds_names_however_they_are_spelled) {
    struct Case {
        const Region& region;
        std::string_view name, codes;
    };
    for (auto [region, name, expected] : {
             Case{jakarta(), "Tebet Barat", "31.74.01.1002"},
             Case{jakarta(), "TEBETBARAT", "31.74.01.1002"},
             Case{jakarta(), " kel. tebet-barat", "31.74.01.1002"},
             Case{jakarta(), "Kec. Tebet", "31.74.01"},
             Case{jakarta(), "jaksel", "31.74"},
             Case{jakarta(), "Jak-Sel", "31.74"},
             Case{jakarta(), "kota adm. jakarta selatan", "31.74"},
             Case{jakarta(), "Kota Administrasi Jakarta Selatan", "31.74"},
             Case{jakarta(), "DKI Jakarta", "31"},
             Case{surabaya(), "Gununganyar", "35.78.25 35.78.25.1001"},
             Case{surabaya(), "Gunung Anyar", "35.78.25 35.78.25.1001"},
             Case{surabaya(), "kel. gununganyar", "35.78.25.1001"},
             Case{surabaya(), "Karangpilang", "35.78.01 35.78.01.1001"},
             Case{surabaya(), "Tebet", ""},
             Case{surabaya(), "", ""},
             Case{surabaya(), "kec.", ""},
             Case{indonesia(), "Kota Malang", "35.73"},
             Case{indonesia(), "Kab. Malang", "35.07"},
         })
        EXPECT_EQ(codes(region.named(name)), expected) << name;
}

TEST(Region, finds_all_namesakes) {
    EXPECT_GE(indonesia().named("Sidomulyo").size(), 98U);
    for (const Area& area : indonesia().named("kec. Sidomulyo"))
        EXPECT_EQ(area.level, Level::district);
}

TEST(Region, holds_what_lies_within_its_codes_and_nothing_else) {
    EXPECT_TRUE(jakarta().contains("31.74.01.1002"));
    EXPECT_TRUE(jakarta().contains("31"));
    EXPECT_FALSE(jakarta().contains("32.75"));
    EXPECT_FALSE(jakarta().contains("31.99"));
    EXPECT_TRUE(indonesia().contains("32.75"));
    EXPECT_EQ(indonesia().size(), 91'599U);
    const Region nested = gazetteer().within(std::vector<std::string>{"31.74", "31", "31.71.01"});
    EXPECT_EQ(nested.size(), jakarta().size());
    const Region nowhere = gazetteer().within(std::vector<std::string>{"nowhere"});
    EXPECT_EQ(nowhere.size(), 0U);
    EXPECT_FALSE(nowhere.contains("31"));
    EXPECT_FALSE(nowhere.nearest({-6.2, 106.8}));
}

TEST(Region, finds_the_village_of_known_points) {
    struct Case {
        Point point;
        std::string_view code, what;
    };
    for (auto [point, code, what] : {
             Case{{-6.1754, 106.8272}, "31.71.01.1001", "Monas"},
             Case{{-6.2297, 106.8490}, "31.74.01", "Tebet"},
             Case{{-7.3388, 112.7889}, "35.78.25.1001", "Gunung Anyar"},
             Case{{-8.6725, 116.1000}, "52", "Lombok"},
             Case{{-2.5337, 140.7181}, "91.71", "Jayapura"},
         }) {
        const auto near = indonesia().nearest(point);
        ASSERT_TRUE(near) << what;
        EXPECT_TRUE(near->area.code.starts_with(code)) << what << " is not " << near->area.code;
        EXPECT_LT(near->km, 6) << what;
    }
    EXPECT_EQ(jakarta().nearest({-6.1754, 106.8272})->area.code, "31.71.01.1001");
}

TEST(Region, tells_how_far_a_point_outside_is) {
    const auto near = surabaya().nearest({-6.1754, 106.8272});
    ASSERT_TRUE(near);
    EXPECT_GT(near->km, 600);
}

TEST(Region, knows_no_village_for_points_that_are_not_in_indonesia) {
    const double nan = std::nan("");
    for (Point point : {Point{48.85, 2.35}, Point{0, 0}, Point{nan, 106.8}, Point{-6.2, nan},
                        Point{-6.2, INFINITY}, Point{-91, 106}, Point{106.8, -6.2}})
        EXPECT_FALSE(indonesia().nearest(point)) << point.lat << ' ' << point.lon;
}

RC_GTEST_PROP(Region, finds_the_same_village_as_looking_at_all, ()) {
    const Point point{*rc::gen::inRange(-112000, 62000) / 1e4, *rc::gen::inRange(949000, 1411000) / 1e4};
    const bool national = *rc::gen::arbitrary<bool>();
    const Region& region = national ? indonesia() : jakarta();
    double best = 1e9;
    const double squeeze = std::cos(point.lat * std::numbers::pi / 180);
    for (const auto& row : gazetteer().rows()) {
        if (!row.has_point || level_of(row.number) != Level::village) continue;
        if (!national && !lies_within(row.number, 3'100'000'000)) continue;
        const double dy = point.lat - static_cast<double>(static_cast<float>(row.lat_e4 / 1e4));
        const double dx = (point.lon - static_cast<double>(static_cast<float>(row.lon_e4 / 1e4))) * squeeze;
        best = std::min(best, dy * dy + dx * dx);
    }
    const auto near = region.nearest(point);
    RC_ASSERT(near.has_value());
    RC_ASSERT(std::abs(near->km - std::sqrt(best) * 6371.0088 * std::numbers::pi / 180) < 1e-6);
}

} // namespace
} // namespace places
