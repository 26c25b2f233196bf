#include "cases/likeness.h"
#include "cases/neighbourhood.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cases {
namespace {

TEST(Neighbourhood, holds_all_that_is_near_and_little_else) {
    std::mt19937 fate(20'261'123);
    std::uniform_real_distribution<double> lat(-11, 6), lon(95, 141), part(-1, 1);
    int near = 0;
    for (int i = 0; i < 20'000; ++i) {
        const places::Point here{lat(fate), lon(fate)};
        const places::Point there{here.lat + part(fate) * 0.006, here.lon + part(fate) * 0.006};
        for (double meters : {30.0, 150.0, 500.0}) {
            const auto square = around(here, meters);
            const bool is_inside = there.lat >= square.south && there.lat <= square.north &&
                                   there.lon >= square.west && there.lon <= square.east;
            EXPECT_LE(square.cells.size(), 9U);
            EXPECT_EQ(std::ranges::count(square.cells, cell_of(here)), 1);
            if (is_inside) EXPECT_EQ(std::ranges::count(square.cells, cell_of(there)), 1);
            if (meters_between(here, there) > meters) continue;
            ++near;
            EXPECT_TRUE(is_inside) << here.lat << ' ' << here.lon;
        }
    }
    EXPECT_GT(near, 5'000);
}

TEST(Neighbourhood, parts_what_is_in_no_cell_of_the_other) {
    EXPECT_NE(cell_of({-6.2, 106.8}), cell_of({-6.2, 106.81}));
    EXPECT_NE(cell_of({-0.001, 106.8}), cell_of({0.001, 106.8})) << "the equator runs through Pontianak";
    EXPECT_EQ(cell_of({-6.2001, 106.8001}), cell_of({-6.2002, 106.8002}));
}

} // namespace
} // namespace cases
