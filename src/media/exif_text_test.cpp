#include "media/exif_text.h"

#include <gtest/gtest.h>

namespace media {
namespace {

TEST(exif_text, gives_the_time_of_taking_in_iso_8601) {
    EXPECT_EQ(iso_from_exif("2026:05:26 06:48:00 (2026:05:26 06:48:00, ASCII, 20 components)",
                            "+07:00 (+07:00, ASCII"),
              "2026-05-26T06:48:00+07:00");
    EXPECT_EQ(iso_from_exif("2026:05:26 06:48:00", ""), "2026-05-26T06:48:00");
    EXPECT_EQ(iso_from_exif("2026:05:26 06:48:00", "\"};--"), "2026-05-26T06:48:00");
    for (const char* broken : {"", "yesterday", "2026-05-26 06:48:00", "2026:05:26", "    :  :     :  :  "})
        EXPECT_FALSE(iso_from_exif(broken, "")) << broken;
}

TEST(exif_text, gives_degrees_with_the_sign_of_their_side) {
    EXPECT_NEAR(*degrees_from_exif("6/1 10/1 3000/100 (6, 10, 30.00, Rational)", "S (S, ASCII"), -6.175,
                1e-9);
    EXPECT_NEAR(*degrees_from_exif("106/1 495/10 0/1", "E"), 106.825, 1e-9);
    EXPECT_NEAR(*degrees_from_exif("1/2 0/1 0/1", "W"), -0.5, 1e-9);
}

TEST(exif_text, takes_no_place_from_broken_notes) {
    const struct {
        const char* rationals;
        const char* side;
    } rows[] = {{"", "S"},
                {"6/1 10/1", "S"},
                {"6/0 0/1 0/1", "S"},
                {"-6/1 0/1 0/1", "S"},
                {"6 10 30", "S"},
                {"91/1 0/1 0/1", "N"},
                {"181/1 0/1 0/1", "E"},
                {"6/1 10/1 30/1", ""},
                {"6/1 10/1 30/1", "X"},
                {"99999999999/1 0/1 0/1", "N"}};
    for (const auto& row : rows)
        EXPECT_FALSE(degrees_from_exif(row.rationals, row.side)) << row.rationals << row.side;
}

} // namespace
} // namespace media
