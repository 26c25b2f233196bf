#include "http/rate_limit.h"

#include <gtest/gtest.h>

namespace http {
namespace {

using namespace std::chrono_literals;

struct RateLimitTest : ::testing::Test {
    base::Time now = base::time_from_ms(1'000'000);
    RateLimit limit{{.burst = 3, .per_token = 2s, .max_keys = 2}, [this] { return now; }};
};

TEST_F(RateLimitTest, grants_a_burst_then_the_rate) {
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limit.take("a"));
    auto refused = limit.take("a");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "limit.reached");
    EXPECT_EQ(refused.error().kind, base::Kind::limited);
    EXPECT_EQ(refused.error().retry_after, 2s);
    now += 1999ms;
    EXPECT_FALSE(limit.take("a"));
    now += 1ms;
    EXPECT_TRUE(limit.take("a"));
    EXPECT_FALSE(limit.take("a"));
}

TEST_F(RateLimitTest, never_holds_more_than_a_burst) {
    EXPECT_TRUE(limit.take("a"));
    now += 1h;
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limit.take("a"));
    EXPECT_FALSE(limit.take("a"));
}

TEST_F(RateLimitTest, keeps_keys_apart_and_forgets_the_longest_unused) {
    EXPECT_TRUE(limit.take("a", 3));
    EXPECT_TRUE(limit.take("b", 3));
    EXPECT_FALSE(limit.take("a"));
    EXPECT_TRUE(limit.take("c"));
    EXPECT_EQ(limit.size(), 2u);
    EXPECT_FALSE(limit.take("a")); // b was the longest unused
    EXPECT_TRUE(limit.take("b"));
}

TEST_F(RateLimitTest, what_is_given_back_counts_for_nothing) {
    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(limit.take("a"));
        limit.give_back("a");
    }
    limit.give_back("a", 50);
    limit.give_back("never seen");
    EXPECT_TRUE(limit.take("a", 3));
    EXPECT_FALSE(limit.take("a"));
}

TEST_F(RateLimitTest, a_success_or_a_clock_set_back_does_no_harm) {
    EXPECT_TRUE(limit.take("a", 3));
    limit.forget("a");
    limit.forget("never seen");
    EXPECT_TRUE(limit.take("a", 3));
    now -= 1h;
    EXPECT_FALSE(limit.take("a"));
    now += 2s;
    EXPECT_TRUE(limit.take("a"));
}

} // namespace
} // namespace http
