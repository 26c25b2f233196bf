#include "transparency/page_cache.h"

#include <gtest/gtest.h>

namespace transparency {
namespace {

using base::Duration;
using Mark = PageCache::Mark;
constexpr base::Time noon = base::time_from_ms(1'779'700'000'000);
constexpr Mark mark{.case_id = 7, .last_event = 40, .last_position = 0};

/// As many as make a crowd in the second of `now`.
void crowd(PageCache& cache, base::Time now) {
    for (int i = 0; i < 30; ++i)
        (void)cache.find("somebody else's", now);
}

TEST(PageCache, asks_whether_something_happened_while_few_ask) {
    PageCache cache(1'000);
    EXPECT_FALSE(cache.find("/", noon));
    (void)cache.keep("/", "satu", noon, mark);
    const auto found = cache.find("/", noon);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found->body, "satu");
    EXPECT_EQ(found->to_check, mark);
}

TEST(PageCache, serves_a_crowd_for_a_second_and_lets_one_of_them_ask) {
    PageCache cache(1'000);
    (void)cache.keep("/", "satu", noon, mark);
    const auto soon = noon + Duration(999);
    crowd(cache, soon);
    EXPECT_EQ(cache.find("/", soon)->to_check, std::nullopt);
    const auto later = noon + Duration(1'000);
    crowd(cache, later);
    EXPECT_EQ(cache.find("/", later)->to_check, mark) << "the first asks";
    EXPECT_EQ(cache.find("/", later)->to_check, std::nullopt) << "the others are not kept waiting";
    (void)cache.keep("/", "dua", later, mark);
    EXPECT_EQ(*cache.find("/", later)->body, "dua");
}

TEST(PageCache, asks_again_when_whoever_asked_gave_up) {
    PageCache cache(1'000);
    (void)cache.keep("/", "satu", noon, mark);
    for (const int ms : {1'000, 1'500}) {
        const auto later = noon + Duration(ms);
        crowd(cache, later);
        EXPECT_EQ(cache.find("/", later)->to_check, mark) << ms;
    }
}

TEST(PageCache, confirms_a_page_until_its_times_went_on) {
    PageCache cache(1'000);
    (void)cache.keep("/laporan/A", "isi", noon, mark);
    const auto later = noon + Duration(5'000);
    crowd(cache, later);
    ASSERT_TRUE(cache.find("/laporan/A", later)->to_check);
    cache.confirm("/laporan/A", later);
    EXPECT_FALSE(cache.find("/laporan/A", later + Duration(999))->to_check);
    EXPECT_FALSE(cache.find("/laporan/A", noon + Duration(30'000)));
}

TEST(PageCache, forgets_what_was_read_longest_ago) {
    PageCache cache(10);
    (void)cache.keep("a", "12345", noon, mark);
    (void)cache.keep("b", "12345", noon, mark);
    EXPECT_TRUE(cache.find("a", noon));
    (void)cache.keep("c", "12345", noon, mark);
    EXPECT_TRUE(cache.find("a", noon));
    EXPECT_FALSE(cache.find("b", noon));
    EXPECT_TRUE(cache.find("c", noon));
}

TEST(PageCache, does_not_believe_a_clock_that_was_set_back) {
    PageCache cache(1'000);
    (void)cache.keep("/", "satu", noon, mark);
    EXPECT_FALSE(cache.find("/", noon - Duration(60'000)));
}

} // namespace
} // namespace transparency
