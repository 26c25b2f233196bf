#include "fixtures/media/pictures.h"
#include "media/child/clean.h"

#include <gtest/gtest.h>
#include <vips/vips.h>

namespace media::child {
namespace {

struct Colour {
    double red, green, blue;
};

Colour at(const std::string& jpeg, int x, int y) {
    VipsImage* image = nullptr;
    EXPECT_EQ(vips_jpegload_buffer(const_cast<char*>(jpeg.data()), jpeg.size(), &image, nullptr), 0);
    double* values = nullptr;
    int count = 0;
    EXPECT_EQ(vips_getpoint(image, &values, &count, x, y, nullptr), 0);
    EXPECT_EQ(count, 3);
    const Colour out{values[0], values[1], values[2]};
    g_free(values);
    g_object_unref(image);
    return out;
}

void expect_colour(const Colour& is, const Colour& should) {
    EXPECT_NEAR(is.red, should.red, 12);
    EXPECT_NEAR(is.green, should.green, 12);
    EXPECT_NEAR(is.blue, should.blue, 12);
}

class Clean : public ::testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_TRUE(start("media_child_test", Format::heif)); }
};

TEST_F(Clean, turns_the_pixels_upright_and_into_srgb) {
    const struct {
        const char* name;
        Format format;
    } turned[] = {{"noted.jpg", Format::jpeg}, {"noted.webp", Format::webp}};
    for (const auto& row : turned) {
        const auto cleaned = clean(tests::drawn(row.name), row.format);
        ASSERT_TRUE(cleaned) << row.name << cleaned.error().why;
        // Turned clockwise: the lower left comes to the upper left, the right half below.
        expect_colour(at(cleaned->stored, 12, 20), {30, 180, 30});
        expect_colour(at(cleaned->stored, 52, 20), {200, 30, 30});
        expect_colour(at(cleaned->stored, 32, 80), {30, 30, 200});
    }
}

TEST_F(Clean, lays_transparent_pictures_on_white) {
    const auto cleaned = clean(tests::drawn("half_transparent.png"), Format::png);
    ASSERT_TRUE(cleaned) << cleaned.error().why;
    expect_colour(at(cleaned->stored, 12, 12), {227, 142, 142});
}

TEST_F(Clean, gives_the_same_bytes_for_the_same_pixels) {
    std::string other = tests::drawn("noted.jpg");
    other.replace(other.find("Nama Pelapor"), 12, "Orang Lain!!");
    const auto first = clean(tests::drawn("noted.jpg"), Format::jpeg);
    const auto second = clean(other, Format::jpeg);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->stored, second->stored);
}

TEST_F(Clean, keeps_the_loaders_of_other_formats_out) {
    for (const char* loader : {"VipsForeignLoadMagick", "VipsForeignLoadPdf", "VipsForeignLoadOpenslide"})
        EXPECT_EQ(g_type_from_name(loader), 0U) << loader;
    VipsImage* image = nullptr;
    const std::string svg = tests::svg_with_script;
    EXPECT_NE(vips_svgload_buffer(const_cast<char*>(svg.data()), svg.size(), &image, nullptr), 0);
    vips_error_clear();
}

} // namespace
} // namespace media::child
