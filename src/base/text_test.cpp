#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Text, refuses_what_is_not_utf_8) {
    for (std::string_view bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "a\x80"})
        EXPECT_FALSE(is_utf8(bad));
    for (std::string_view good : {"", "jalan", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x99\x8F"})
        EXPECT_TRUE(is_utf8(good));
}

TEST(Text, cleaning_takes_out_direction_overrides_and_controls) {
    EXPECT_EQ(*clean("  a\xE2\x80\xAE"
                     "b\xE2\x81\xA6"
                     "c\x07 \r\nd\t ",
                     100, "text"),
              "abc \nd");
}

TEST(Text, cleaning_refuses_nul_and_too_much) {
    using namespace std::string_view_literals;
    EXPECT_EQ(clean("a\0b"sv, 10, "text").error().code, "field.invalid");
    EXPECT_EQ(clean("\xED\xA0\x80", 10, "text").error().field, "text");
    EXPECT_EQ(clean("12345", 4, "text").error().code, "item.too_large");
    EXPECT_EQ(*clean("\xE2\x82\xAC\xE2\x82\xAC", 2, "text"), "\xE2\x82\xAC\xE2\x82\xAC");
}

TEST(Text, the_first_characters_are_whole) {
    EXPECT_EQ(first("\xE2\x82\xAC"
                    "uro",
                    2),
              "\xE2\x82\xAC"
              "u");
    EXPECT_EQ(first("ab", 5), "ab");
}

TEST(Text, numbers_have_dots_every_three_digits) {
    EXPECT_EQ(with_dots(0), "0");
    EXPECT_EQ(with_dots(999), "999");
    EXPECT_EQ(with_dots(1284), "1.284");
    EXPECT_EQ(with_dots(-1234567), "-1.234.567");
}

} // namespace
} // namespace base
