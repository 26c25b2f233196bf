#include "desk/case_places.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

agency::Directory jakarta() {
    agency::DirectoryRows rows;
    rows.agency.id = base::AgencyId{1};
    rows.agency.regions = {"31"};
    return agency::Directory(std::move(rows));
}

std::vector<std::string> codes(const std::vector<PlaceChoice>& all) {
    std::vector<std::string> out;
    for (const auto& each : all)
        out.push_back(each.code);
    return out;
}

TEST(CasePlaces, begin_with_the_place_of_the_case) {
    CasePlaces places;
    auto all = places.choices(jakarta(), "31.74.01.1001", "", "Lubang di Kebon Sirih");
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all.front().code, "31.74.01.1001");
    EXPECT_NE(all.front().name.find("Tebet"), std::string::npos);
    EXPECT_NE(all[1].name.find("Kebon Sirih"), std::string::npos);
}

TEST(CasePlaces, offer_the_villages_of_a_district_that_was_looked_for_and_each_once) {
    CasePlaces places;
    auto all = codes(places.choices(jakarta(), {}, "kec. Tebet", "Tebet"));
    EXPECT_GE(all.size(), 7U);
    auto sorted = all;
    std::ranges::sort(sorted);
    EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end());
    for (const auto& code : all)
        EXPECT_TRUE(code.starts_with("31.74.01")) << code;
}

TEST(CasePlaces, are_none_for_what_nobody_knows) {
    CasePlaces places;
    EXPECT_TRUE(places.choices(jakarta(), {}, "", "").empty());
    EXPECT_TRUE(places.choices(jakarta(), {}, "Surabaya", "Surabaya").empty());
    EXPECT_TRUE(places.choices(jakarta(), "99.99", std::string(5'000, 'x'), "").empty());
}

} // namespace
} // namespace desk
