#include "administration/reading_curve_pages.h"

#include <gmock/gmock.h>

namespace administration {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ReliabilityCurve, draws_few_rows_hollow_and_leaves_empty_bins_out) {
    const auto drawn =
        reliability_curve("Topik", {{0.35, 0.25, 4}, {0.55, 0, 0}, {0.95, 0.9, 200}}, base::Language::id)
            .str();
    EXPECT_THAT(drawn, HasSubstr(R"(class="curve-few")"));
    EXPECT_THAT(drawn, HasSubstr(R"(class="curve-point")"));
    EXPECT_THAT(drawn, Not(HasSubstr("<td>55 %</td>")));
    EXPECT_THAT(drawn, HasSubstr("<td>95 %</td><td>90 % (85–93 %)</td>"));
    EXPECT_TRUE(reliability_curve("Topik", {{0.55, 0, 0}}, base::Language::id).empty());
}

TEST(ReliabilityCurve, knows_how_little_few_rows_say) {
    EXPECT_NEAR(wilson(1, 1).low, 0.207, 0.001);
    EXPECT_NEAR(wilson(0.9, 200).low, 0.851, 0.001);
    EXPECT_NEAR(wilson(0.9, 200).high, 0.934, 0.001);
    EXPECT_EQ(wilson(0.5, 0).high, 1);
}

} // namespace
} // namespace administration
