#include "fixtures/media/pictures.h"
#include "media/sniff.h"

#include <gtest/gtest.h>

namespace media {
namespace {

using namespace std::string_literals;

struct Row {
    const char* what;
    std::string bytes;
    Format format;
    std::int64_t width;
    std::int64_t height;
};

TEST(sniff, knows_the_four_formats_and_their_sides_by_their_own_bytes) {
    const Row rows[] = {
        {"jpeg", tests::drawn("noted.jpg"), Format::jpeg, 96, 64},
        {"png", tests::drawn("half_transparent.png"), Format::png, 96, 64},
        {"webp with notes", tests::drawn("noted.webp"), Format::webp, 96, 64},
        {"heif says nothing in its opening", tests::drawn("noted.heic"), Format::heif, 0, 0},
        {"webp, lossy", "RIFF....WEBPVP8 ....\0\0\0\x9D\x01\x2A\x40\x01\xF0\x00"s, Format::webp, 320, 240},
        {"webp, lossless", "RIFF....WEBPVP8L....\x2F\x3F\xC1\x3B\x00"s, Format::webp, 320, 240},
        {"jpeg cut before its frame", "\xFF\xD8\xFF\xE0\x00\x10"s, Format::jpeg, 0, 0},
    };
    for (const auto& row : rows) {
        const auto found = sniff(row.bytes);
        ASSERT_TRUE(found) << row.what << ": " << found.error().detail;
        EXPECT_EQ(found->format, row.format) << row.what;
        EXPECT_EQ(found->width, row.width) << row.what;
        EXPECT_EQ(found->height, row.height) << row.what;
    }
}

TEST(sniff, refuses_what_is_no_picture_of_the_four_formats) {
    const struct {
        const char* what;
        std::string bytes;
        base::Kind kind;
    } rows[] = {
        {"nothing", "", base::Kind::invalid},
        {"svg with script", tests::svg_with_script, base::Kind::unsupported},
        {"gif", tests::tiny_gif, base::Kind::unsupported},
        {"pdf", "%PDF-1.7", base::Kind::unsupported},
        {"html", "<!doctype html><title>x</title>", base::Kind::unsupported},
        {"avif",
         "\0\0\0\x1C"
         "ftypavif\0\0\0\0"s,
         base::Kind::unsupported},
        {"riff that is sound", "RIFF\x10\0\0\0WAVEfmt "s, base::Kind::unsupported},
        {"tiff", "II*\0"s, base::Kind::unsupported},
        {"png cut in its header", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, base::Kind::invalid},
        {"png without width", tests::png(0, 10, ""), base::Kind::invalid},
        {"webp cut", "RIFF....WEBPVP8X"s, base::Kind::invalid},
    };
    for (const auto& row : rows) {
        const auto found = sniff(row.bytes);
        ASSERT_FALSE(found) << row.what;
        EXPECT_EQ(found.error().code, "media.unreadable") << row.what;
        EXPECT_EQ(found.error().kind, row.kind) << row.what;
    }
}

TEST(sniff, refuses_more_than_50_megapixels_from_the_header_alone) {
    const auto bomb = sniff(tests::png(30'000, 30'000, tests::packed_zeros(1000)));
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, "media.too_large");
    EXPECT_EQ(bomb.error().kind, base::Kind::too_large);
    EXPECT_FALSE(sniff(tests::png(0xFFFFFFFF, 0xFFFFFFFF, "")));
    EXPECT_TRUE(sniff(tests::png(10'000, 5'000, "")));
    EXPECT_FALSE(sniff(tests::png(10'000, 5'001, "")));
}

TEST(bare_jpeg, is_refused_when_anything_but_the_picture_is_in_it) {
    const std::string noted = tests::drawn("noted.jpg");
    EXPECT_FALSE(bare_jpeg(noted)) << "Exif, XMP and a profile are in it";
    EXPECT_FALSE(bare_jpeg(""));
    EXPECT_FALSE(bare_jpeg("\xFF\xD8\xFF\xD9"s)) << "no picture in it";
    EXPECT_FALSE(bare_jpeg("\xFF\xD8\xFF\xFE\x00\x04hi\xFF\xD9"s)) << "a comment";
    EXPECT_FALSE(bare_jpeg("\xFF\xD8\xFF\xDB\xFF\xFF"s)) << "a length beyond the end";
}

} // namespace
} // namespace media
