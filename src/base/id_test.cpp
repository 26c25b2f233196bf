#include "base/encode.h"
#include "base/id.h"
#include "base/id_range.h"
#include "base/language.h"

#include <gtest/gtest.h>

#include <set>

namespace base {
namespace {

using ThingId = Id<struct ThingTag>;

TEST(Ids, rise_and_never_repeat_when_the_time_is_set_back) {
    Time now = *parse_time("2026-01-01T00:00:00Z");
    IdSource ids([&] { return now; }, 3);
    std::int64_t last = 0;
    for (int i = 0; i < 20'000; ++i) {
        if (i == 5'000) now -= std::chrono::hours{24};
        auto id = ids.next<ThingId>().value;
        ASSERT_GT(id, last);
        last = id;
    }
}

TEST(Ids, tell_when_they_were_made) {
    Time now = *parse_time("2026-01-01T00:00:00.123Z");
    IdSource ids([&] { return now; }, 1);
    EXPECT_EQ(time_of(ids.next<ThingId>().value), now);
}

TEST(Ids, are_read_as_decimal_digits_only) {
    EXPECT_EQ(*parse_id("123"), 123);
    for (const char* bad : {"", "0", "-1", "1x", " 1", "99999999999999999999"})
        EXPECT_FALSE(parse_id(bad)) << bad;
}

TEST(Encoding, base64url_reads_back_what_it_wrote_and_nothing_else) {
    for (std::size_t n = 0; n < 40; ++n) {
        std::string bytes;
        for (std::size_t i = 0; i < n; ++i)
            bytes += static_cast<char>(i * 37 + 200);
        EXPECT_EQ(*from_base64url(to_base64url(bytes)), bytes);
    }
    for (const char* bad : {"A", "AB==", "A+", "AA\n"})
        EXPECT_FALSE(from_base64url(bad)) << bad;
    EXPECT_FALSE(from_base64url("AB")) << "bits beyond the last byte must be zero";
}

TEST(Ids, of_a_moment_begin_where_the_range_says) {
    Time now = time_from_ms(1'779'700'000'000);
    IdSource ids([&] { return now; }, 1023);
    const auto before = ids.next<ThingId>().value;
    now += Duration{1};
    const auto from = first_id_at(now);
    EXPECT_LT(before, from);
    EXPECT_GE(ids.next<ThingId>().value, from);
    EXPECT_EQ(time_of(from), now);
}

TEST(Encoding, percent) {
    EXPECT_EQ(*percent_decode("a%20b+c", true), "a b c");
    EXPECT_EQ(*percent_decode("a+c", false), "a+c");
    EXPECT_FALSE(percent_decode("%2", false));
    EXPECT_FALSE(percent_decode("%zz", false));
    EXPECT_EQ(percent_encode("a b/é"), "a%20b%2F%C3%A9");
}

TEST(Language, follows_accept_language) {
    EXPECT_EQ(language_from(""), Language::id);
    EXPECT_EQ(language_from("fr,de"), Language::id);
    EXPECT_EQ(language_from("en-GB,en;q=0.9"), Language::en);
    EXPECT_EQ(language_from("en;q=0.5, id;q=0.8"), Language::id);
}

} // namespace
} // namespace base
