#include "network/look_plan.h"

#include <gtest/gtest.h>

namespace network {
namespace {

using namespace std::chrono_literals;
const base::Time now = base::time_from_ms(1'779'700'000'000);

TEST(LookPlan, looks_often_for_mentions_and_rarer_where_nothing_comes) {
    EXPECT_EQ(next_look({}, now), now + often);
    EXPECT_EQ(next_look({.found_at = now - 1min}, now), now + while_talking) << "somebody is talking";
    EXPECT_EQ(next_look({.found_at = now - 2min}, now), now + often);
    EXPECT_EQ(next_look({.newest_first = true, .found_at = now}, now), now + often)
        << "where each look costs a page";
    Watched thread{.is_thread = true};
    for (const auto& [quiet, wait] : std::vector<std::pair<base::Duration, base::Duration>>{
             {10s, 2min}, {2min, 2min}, {1h, 1h}, {24h, 24h}, {24h * 9, 24h}}) {
        thread.found_at = now - quiet;
        EXPECT_EQ(next_look(thread, now), now + wait);
    }
    thread.found_at = now - 24h * 31;
    EXPECT_GT(next_look(thread, now), now + 24h * 365);
}

TEST(LookPlan, reads_a_thread_again_from_end_to_end_more_often_while_something_happens) {
    Watched thread{.is_thread = true};
    EXPECT_FALSE(is_due_for_walk(thread, now)) << "the first walk is a hole";
    thread.walked_at = now - 2h;
    thread.found_at = now - 1h;
    EXPECT_TRUE(is_due_for_walk(thread, now));
    thread.found_at = now - 48h;
    EXPECT_FALSE(is_due_for_walk(thread, now));
    thread.walked_at = now - 25h;
    EXPECT_TRUE(is_due_for_walk(thread, now));
}

} // namespace
} // namespace network
