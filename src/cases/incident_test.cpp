#include "cases/incident.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

TEST(Incident, priority_rises_with_each_doubling_of_people) {
    struct Row {
        int people;
        double raise;
    };
    for (const auto& [people, raise] :
         {Row{0, 0}, Row{1, 0}, Row{2, 0.05}, Row{3, 0.05}, Row{4, 0.1}, Row{7, 0.1}, Row{8, 0.15},
          Row{12, 0.15}, Row{16, 0.2}, Row{300, 0.2}})
        EXPECT_DOUBLE_EQ(raise_of(people), raise) << people;
    EXPECT_DOUBLE_EQ(priority_of(0.95, 300), 1) << "never beyond the scale";
    EXPECT_DOUBLE_EQ(priority_of(0.4, 1), 0.4);
}

TEST(Incident, conduct_and_whistleblowing_are_joined_with_nothing) {
    const Case a = testing::pothole();
    Case b = testing::pothole();
    b.id = CaseId{7'002};
    EXPECT_TRUE(may_join(a, {}, b, {}));
    EXPECT_EQ(may_join(a, {}, a, {}).error().code, "field.invalid");
    b.conduct_office = testing::road_office;
    EXPECT_EQ(may_join(a, {}, b, {}).error().code, "case.not_joinable");
    b.conduct_office.reset();
    b.kind = Kind::whistleblowing;
    EXPECT_EQ(may_join(b, {}, a, {}).error().code, "case.not_joinable");
}

} // namespace
} // namespace cases
