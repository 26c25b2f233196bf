#include "agency/office.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace agency {
namespace {

Office office(std::int64_t id, std::int64_t parent, std::string name = "Unit") {
    return {.id = OfficeId{id},
            .parent = parent ? std::optional(OfficeId{parent}) : std::nullopt,
            .name = name,
            .short_name = name,
            .is_active = true};
}

/// Up the parents, one by one.
bool is_below_slowly(const std::vector<Office>& all, OfficeId low, OfficeId high) {
    for (std::size_t steps = 0; steps <= all.size(); ++steps) {
        if (low == high) return true;
        auto at = std::ranges::find(all, low, &Office::id);
        if (at == all.end() || !at->parent) return false;
        low = *at->parent;
    }
    return false;
}

TEST(OfficeTree, says_who_is_below_whom_as_climbing_would) {
    std::mt19937 chance(1961);
    for (int round = 0; round < 60; ++round) {
        std::vector<Office> all;
        const std::int64_t count = 1 + chance() % 60;
        for (std::int64_t id = 1; id <= count; ++id) {
            std::int64_t parent = static_cast<std::int64_t>(chance() % static_cast<unsigned>(id));
            all.push_back(office(id, parent));
        }
        std::ranges::shuffle(all, chance);
        OfficeTree tree(all);
        ASSERT_EQ(tree.all().size(), all.size());
        for (std::int64_t low = 0; low <= count + 1; ++low)
            for (std::int64_t high = 0; high <= count + 1; ++high) {
                const bool known = low >= 1 && low <= count && high >= 1 && high <= count;
                EXPECT_EQ(tree.is_below(OfficeId{low}, OfficeId{high}),
                          known && is_below_slowly(all, OfficeId{low}, OfficeId{high}))
                    << low << " under " << high;
            }
        for (const auto& high : all) {
            std::set<OfficeId> below;
            for (const auto& each : tree.below(high.id))
                below.insert(each.id);
            for (const auto& low : all)
                EXPECT_EQ(below.contains(low.id), tree.is_below(low.id, high.id));
            EXPECT_EQ(tree.below(high.id).front().id, high.id) << "itself first";
        }
    }
}

TEST(OfficeTree, names_the_path_without_the_root_where_there_is_more) {
    OfficeTree tree({office(1, 0, "Dinas Bina Marga"), office(2, 1, "Suku Dinas Jakarta Selatan"),
                     office(3, 2, "Satgas Tebet")});
    EXPECT_EQ(tree.path_name(OfficeId{3}), "Suku Dinas Jakarta Selatan / Satgas Tebet");
    EXPECT_EQ(tree.path_name(OfficeId{1}), "Dinas Bina Marga");
    EXPECT_EQ(tree.path_name(OfficeId{9}), "");
    ASSERT_TRUE(tree.parent_of(OfficeId{3}));
    EXPECT_EQ(tree.parent_of(OfficeId{3})->id, OfficeId{2});
    EXPECT_FALSE(tree.parent_of(OfficeId{1}));
}

TEST(OfficeTree, loses_no_office_when_data_is_broken) {
    // An unknown parent, and a circle of three with a tail.
    OfficeTree tree({office(1, 77), office(2, 4), office(3, 2), office(4, 3), office(5, 4)});
    EXPECT_EQ(tree.all().size(), 5u);
    for (const auto& each : tree.all()) {
        EXPECT_TRUE(tree.is_below(each.id, each.id));
        EXPECT_FALSE(tree.path(each.id).empty());
        EXPECT_LE(tree.path(each.id).size(), 5u);
    }
    EXPECT_FALSE(tree.is_below(OfficeId{1}, OfficeId{2}));
}

TEST(OfficeTree, holds_a_chain_of_ten_thousand) {
    std::vector<Office> all;
    for (std::int64_t id = 1; id <= 10'000; ++id)
        all.push_back(office(id, id - 1));
    OfficeTree tree(all);
    EXPECT_TRUE(tree.is_below(OfficeId{10'000}, OfficeId{1}));
    EXPECT_FALSE(tree.is_below(OfficeId{1}, OfficeId{10'000}));
    EXPECT_EQ(tree.below(OfficeId{1}).size(), 10'000u);
}

TEST(Office, keeps_a_name_and_never_stands_under_itself) {
    EXPECT_EQ(checked(office(1, 0, "")).error().code, "field.missing");
    EXPECT_EQ(checked(office(1, 1)).error().code, "office.circle");
    auto long_named = checked(office(1, 0, std::string(121, 'x')));
    ASSERT_FALSE(long_named);
    EXPECT_EQ(long_named.error().field, "name");
    EXPECT_EQ(checked(office(1, 0, "  Kelurahan Tebet Barat ")).value().name, "Kelurahan Tebet Barat");
}

} // namespace
} // namespace agency
