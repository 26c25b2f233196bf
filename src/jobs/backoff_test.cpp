#include "jobs/backoff.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace jobs {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Backoff, doubles_from_the_first_wait_to_the_longest) {
    const struct {
        int attempts;
        base::Duration least, most;
    } rows[] = {
        {1, seconds(1), seconds(2)},       {2, seconds(2), seconds(4)},   {3, seconds(4), seconds(8)},
        {10, seconds(512), seconds(1024)}, {12, seconds(1800), hours(1)}, {1000, seconds(1800), hours(1)},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(wait_after(row.attempts, seconds(2), hours(1), 0), row.least) << row.attempts;
        EXPECT_NEAR(static_cast<double>(wait_after(row.attempts, seconds(2), hours(1), 0.9999999).count()),
                    static_cast<double>(row.most.count()), 2)
            << row.attempts;
    }
}

TEST(Backoff, is_never_longer_than_the_longest_nor_shorter_than_half_the_first) {
    EXPECT_TRUE(rc::check([] {
        const int attempts = *rc::gen::inRange(1, 100);
        const auto first = milliseconds(*rc::gen::inRange(1, 100'000));
        const auto longest = first * *rc::gen::inRange(1, 1000);
        const double chance = chance_from(*rc::gen::container<std::string>(8, rc::gen::arbitrary<char>()));
        RC_ASSERT(chance >= 0 && chance < 1);
        const auto wait = wait_after(attempts, first, longest, chance);
        RC_ASSERT(wait >= first / 2 && wait <= longest);
    }));
}

} // namespace
} // namespace jobs
