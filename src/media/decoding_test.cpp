#include "fixtures/media/folder.h"
#include "fixtures/media/pictures.h"
#include "media/decoding.h"
#include "media/files.h"
#include "media/sniff.h"

#include <gtest/gtest.h>

#include <fcntl.h>

namespace media {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

/// A picture, its two copies and the answer.
class decoding : public ::testing::Test {
protected:
    base::Result<Decoded> run(const std::string& picture,
                              const std::filesystem::path& program = beside_this_program(),
                              std::chrono::milliseconds deadline = 20s) {
        std::ofstream(folder_.path() / "in", std::ios::binary) << picture;
        const Handle in(::open((folder_.path() / "in").c_str(), O_RDONLY | O_CLOEXEC));
        const Handle stored(
            ::open((folder_.path() / "stored").c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        const Handle thumb(
            ::open((folder_.path() / "thumb").c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        return decode({program, deadline}, in.fd(), stored.fd(), thumb.fd());
    }
    [[nodiscard]] std::string stored() const { return tests::content_of(folder_.path() / "stored"); }
    [[nodiscard]] std::string thumb() const { return tests::content_of(folder_.path() / "thumb"); }
    tests::Folder folder_;
};

TEST_F(decoding, drops_every_note_and_reports_when_and_where) {
    const struct {
        const char* name;
        int width;
        int height;
        bool has_notes;
    } rows[] = {{"noted.jpg", 64, 96, true},
                {"noted.webp", 64, 96, true},
                {"noted.heic", 96, 64, true},
                {"half_transparent.png", 96, 64, false}};
    for (const auto& row : rows) {
        const auto decoded = run(tests::drawn(row.name));
        ASSERT_TRUE(decoded) << row.name << ": " << decoded.error().detail;
        EXPECT_EQ(decoded->width, row.width) << row.name;
        EXPECT_EQ(decoded->height, row.height) << row.name;
        EXPECT_TRUE(tests::tells_nothing(stored())) << row.name;
        EXPECT_TRUE(tests::tells_nothing(thumb())) << row.name;
        ASSERT_TRUE(bare_jpeg(stored())) << row.name;
        ASSERT_TRUE(bare_jpeg(thumb())) << row.name;
        EXPECT_EQ(bare_jpeg(stored())->width, row.width) << row.name;
        ASSERT_EQ(decoded->taken_at.has_value(), row.has_notes) << row.name;
        if (!row.has_notes) continue;
        EXPECT_EQ(*decoded->taken_at, "2026-05-26T06:48:00+07:00");
        EXPECT_NEAR(decoded->lat.value(), -6.175, 1e-6);
        EXPECT_NEAR(decoded->lon.value(), 106.825, 1e-6);
    }
}

TEST_F(decoding, keeps_only_pixels_of_a_picture_that_is_a_page_or_an_archive_as_well) {
    const auto decoded = run(tests::drawn("noted.jpg") + "<html><script>alert(1)</script></html>PK\x03\x04");
    ASSERT_TRUE(decoded);
    EXPECT_TRUE(tests::tells_nothing(stored()));
    EXPECT_EQ(stored().find("PK\x03\x04"), std::string::npos);
    EXPECT_TRUE(bare_jpeg(stored()));
    EXPECT_FALSE(bare_jpeg(stored() + "x")) << "the check itself sees a byte after the end";
}

TEST_F(decoding, makes_large_pictures_smaller) {
    const auto decoded = run(tests::png(3000, 1500, tests::packed_zeros(3001 * 1500)));
    ASSERT_TRUE(decoded) << decoded.error().detail;
    EXPECT_EQ(decoded->width, 2048);
    EXPECT_EQ(decoded->height, 1024);
    EXPECT_EQ(bare_jpeg(thumb())->width, 224);
    EXPECT_EQ(bare_jpeg(thumb())->height, 112);
}

TEST_F(decoding, never_makes_a_picture_larger) {
    ASSERT_TRUE(run(tests::png(10, 6, tests::packed_zeros(11 * 6))));
    EXPECT_EQ(bare_jpeg(stored())->width, 10);
    EXPECT_EQ(bare_jpeg(thumb())->width, 10);
}

TEST_F(decoding, refuses_hostile_and_broken_pictures_with_a_code) {
    const std::string jpeg = tests::drawn("noted.jpg");
    const std::string heif = tests::drawn("noted.heic");
    const struct {
        const char* what;
        std::string bytes;
        base::Kind kind;
        const char* code;
    } rows[] = {
        {"nothing", "", base::Kind::invalid, "media.unreadable"},
        {"jpeg cut in its notes", jpeg.substr(0, 300), base::Kind::invalid, "media.unreadable"},
        {"jpeg cut in its pixels", jpeg.substr(0, jpeg.size() - 150), base::Kind::invalid,
         "media.unreadable"},
        {"heif cut", heif.substr(0, heif.size() / 2), base::Kind::invalid, "media.unreadable"},
        {"png whose data is noise", tests::png(50, 50, "no zlib here"), base::Kind::invalid,
         "media.unreadable"},
        {"svg with script", tests::svg_with_script, base::Kind::unsupported, "media.unreadable"},
        {"gif", tests::tiny_gif, base::Kind::unsupported, "media.unreadable"},
        {"30,000 x 30,000", tests::png(30'000, 30'000, tests::packed_zeros(1000)), base::Kind::too_large,
         "media.too_large"},
        {"11 MB", jpeg + std::string(11'000'000, '\0'), base::Kind::too_large, "media.too_large"},
    };
    for (const auto& row : rows) {
        const auto decoded = run(row.bytes);
        ASSERT_FALSE(decoded) << row.what;
        EXPECT_EQ(decoded.error().kind, row.kind) << row.what << ": " << decoded.error().detail;
        EXPECT_EQ(decoded.error().code, row.code) << row.what;
        EXPECT_EQ(stored(), "") << row.what;
    }
}

TEST_F(decoding, bears_data_that_unpacks_to_far_more_than_it_says) {
    const std::string zeros = tests::packed_zeros(200'000'000);
    const std::string profile = tests::png_chunk("iCCP", "bom\0\0"s + zeros);
    for (const auto& bomb :
         {tests::png(10, 10, zeros), tests::png(10, 10, tests::packed_zeros(110), profile)}) {
        const auto decoded = run(bomb, beside_this_program(), 5s);
        if (decoded) {
            EXPECT_EQ(decoded->width, 10);
        } else {
            EXPECT_EQ(decoded.error().code, "media.unreadable");
        }
    }
}

TEST_F(decoding, survives_whatever_the_child_does) {
    const struct {
        const char* what;
        const char* lines;
    } rows[] = {
        {"killed in the middle", "echo half >&3; kill -9 $$"},
        {"crashed", "kill -SEGV $$"},
        {"killed by its filter", "kill -SYS $$"},
        {"silent", "exit 0"},
        {"talks nonsense", "echo '<html>'"},
        {"says clean and gives no sides", "echo '{\"state\":\"clean\"}'"},
        {"never stops talking",
         "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done"},
        {"hangs", "exec /bin/sleep 60"},
        {"hangs with its output closed", "exec >&-; exec /bin/sleep 60"},
    };
    for (const auto& row : rows) {
        const auto before = std::chrono::steady_clock::now();
        const auto decoded = run("anything", folder_.script(row.lines), 700ms);
        ASSERT_FALSE(decoded) << row.what;
        EXPECT_EQ(decoded.error().code, "media.unreadable") << row.what;
        EXPECT_LT(std::chrono::steady_clock::now() - before, 5s) << row.what;
    }
}

TEST_F(decoding, throws_when_there_is_no_child_to_start) {
    EXPECT_ANY_THROW((void)run("anything", "/nonexistent/tanggap-media"));
    EXPECT_ANY_THROW((void)run("anything", folder_.script("exit 2")));
}

TEST_F(decoding, hands_the_child_no_environment) {
    setenv("TANGGAP_SECRET", "kunci", 1);
    (void)run("anything", folder_.script("set >&3"));
    EXPECT_EQ(stored().find("kunci"), std::string::npos);
    EXPECT_NE(stored().find("LC_ALL"), std::string::npos);
}

} // namespace
} // namespace media
