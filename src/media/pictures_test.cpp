#include "fixtures/media/folder.h"
#include "fixtures/media/pictures.h"
#include "media/pictures.h"
#include "media/sniff.h"
#include "world.h"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/resource.h>
#include <thread>

namespace media {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

const base::AgencyId agency{1};
const base::AgencyId neighbour{2};
constexpr db::Query<std::int64_t(base::AgencyId)> count_media{
    "test.count_media", "select count(*) from media where agency = :agency"};

class PictureLibrary : public db::testing::OnEachEngine {
protected:
    Pictures& pictures() {
        if (!pictures_) pictures_ = with({.folder = folder_.path() / "media"});
        return *pictures_;
    }
    std::unique_ptr<Pictures> with(Pictures::Settings settings) {
        return std::make_unique<Pictures>(database(), base::system_now(), std::move(settings));
    }
    std::int64_t rows(base::AgencyId whose = agency) {
        return database().read([&](db::Tx& tx) { return tx.one(count_media, whose).value(); });
    }
    std::filesystem::path upload(const std::string& bytes) {
        const auto path = folder_.path() / "upload";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    tests::Folder folder_;

private:
    std::unique_ptr<Pictures> pictures_;
};
DB_TEST_ON_EACH_ENGINE(PictureLibrary);

TEST_P(PictureLibrary, takes_a_picture_in_and_serves_it_clean) {
    const auto media = pictures().accept_file(agency, upload(tests::drawn("noted.jpg")));
    ASSERT_TRUE(media) << media.error().detail;
    EXPECT_EQ(media->kind, Format::jpeg);
    EXPECT_EQ(media->width, 64);
    EXPECT_EQ(media->height, 96);
    EXPECT_EQ(base::to_iso(media->taken_at.value()), "2026-05-25T23:48:00.000Z");
    EXPECT_NEAR(media->lat.value(), -6.175, 1e-6);
    const auto found = pictures().find(agency, media->sha256);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->stored, media->stored);
    for (const auto size : {Size::stored, Size::thumb}) {
        const auto opened = pictures().open(agency, media->sha256, size);
        ASSERT_TRUE(opened);
        const std::string bytes = tests::content_of(opened->path);
        EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), opened->size);
        EXPECT_TRUE(tests::tells_nothing(bytes));
        EXPECT_TRUE(bare_jpeg(bytes));
    }
}

TEST_P(PictureLibrary, keeps_nothing_of_the_bytes_that_were_sent) {
    ASSERT_TRUE(pictures().accept_bytes(agency, tests::drawn("noted.jpg")));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
        if (entry.is_regular_file())
            EXPECT_TRUE(tests::tells_nothing(tests::content_of(entry.path()))) << entry;
}

TEST_P(PictureLibrary, reads_a_time_without_offset_in_the_given_zone) {
    std::string bytes = tests::drawn("noted.jpg");
    bytes.replace(bytes.find("+07:00"), 6, "      ");
    const auto media = pictures().accept_bytes(agency, bytes, base::Zone::wit);
    ASSERT_TRUE(media);
    EXPECT_EQ(base::to_iso(media->taken_at.value()), "2026-05-25T21:48:00.000Z");
}

TEST_P(PictureLibrary, makes_one_row_of_eight_sent_at_once) {
    const std::string bytes = tests::png(600, 400, tests::packed_zeros(601 * 400));
    Pictures& library = pictures();
    std::vector<std::thread> senders;
    for (int i = 0; i < 8; ++i)
        senders.emplace_back([&] { EXPECT_TRUE(library.accept_bytes(agency, bytes)); });
    for (auto& sender : senders)
        sender.join();
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(tests::files_below(folder_.path() / "media"), 2U) << "the picture and its small copy";
}

TEST_P(PictureLibrary, answers_for_a_known_picture_without_decoding_it_again) {
    const auto first = pictures().accept_bytes(agency, tests::drawn("noted.jpg"));
    const auto blind = with({.folder = folder_.path() / "media", .program = folder_.script("kill -9 $$")});
    const auto again = blind->accept_bytes(agency, tests::drawn("noted.jpg"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->sha256, first->sha256);
}

TEST_P(PictureLibrary, mends_a_row_whose_files_are_gone) {
    const auto media = pictures().accept_bytes(agency, tests::drawn("noted.jpg"));
    std::filesystem::remove_all(folder_.path() / "media");
    EXPECT_EQ(pictures().open(agency, media->sha256, Size::thumb).error().code, "media.unknown");
    const auto fresh = with({.folder = folder_.path() / "media"});
    ASSERT_TRUE(fresh->accept_bytes(agency, tests::drawn("noted.jpg")));
    EXPECT_TRUE(fresh->open(agency, media->sha256, Size::thumb));
    EXPECT_EQ(rows(), 1);
}

TEST_P(PictureLibrary, shows_nothing_to_another_agency) {
    const auto media = pictures().accept_bytes(agency, tests::drawn("noted.jpg"));
    EXPECT_EQ(pictures().find(neighbour, media->sha256).error().code, "media.unknown");
    EXPECT_EQ(pictures().open(neighbour, media->sha256, Size::stored).error().kind, base::Kind::not_found);
    EXPECT_EQ(pictures().find(agency, "../../../etc/passwd").error().code, "media.unknown");
    EXPECT_EQ(pictures().find(agency, media->stored).error().code, "media.unknown")
        << "named by what was sent";
}

TEST_P(PictureLibrary, refuses_without_leaving_a_row_or_a_file) {
    const std::string jpeg = tests::drawn("noted.jpg");
    const struct {
        const char* what;
        std::string bytes;
        base::Kind kind;
        const char* code;
    } refused[] = {
        {"empty", "", base::Kind::invalid, "media.unreadable"},
        {"svg", tests::svg_with_script, base::Kind::unsupported, "media.unreadable"},
        {"cut", jpeg.substr(0, jpeg.size() / 2), base::Kind::invalid, "media.unreadable"},
        {"too many bytes", jpeg + std::string(10 * 1024 * 1024, 'x'), base::Kind::too_large,
         "media.too_large"},
        {"too many pixels", tests::png(30'000, 30'000, ""), base::Kind::too_large, "media.too_large"},
    };
    for (const auto& row : refused) {
        const auto from_memory = pictures().accept_bytes(agency, row.bytes);
        const auto from_file = pictures().accept_file(agency, upload(row.bytes));
        ASSERT_FALSE(from_memory || from_file) << row.what;
        EXPECT_EQ(from_memory.error().code, row.code) << row.what;
        EXPECT_EQ(from_file.error().kind, row.kind) << row.what;
    }
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(tests::files_below(folder_.path() / "media"), 0U);
}

TEST_P(PictureLibrary, refuses_a_header_bomb_without_starting_a_child) {
    const auto blind = with({.folder = folder_.path() / "media", .program = "/nonexistent"});
    EXPECT_EQ(blind->accept_bytes(agency, tests::png(30'000, 30'000, "")).error().code, "media.too_large");
}

TEST_P(PictureLibrary, believes_no_child_that_gives_back_something_else) {
    const auto liar = folder_.script(
        "echo '<html>' >&3; echo '<html>' >&4; echo '{\"state\":\"clean\",\"width\":9,\"height\":9}'");
    const auto media = with({.folder = folder_.path() / "media", .program = liar})
                           ->accept_bytes(agency, tests::drawn("noted.jpg"));
    ASSERT_FALSE(media);
    EXPECT_EQ(media.error().code, "media.unreadable");
    EXPECT_EQ(tests::files_below(folder_.path() / "media"), 0U);
}

TEST_P(PictureLibrary, says_so_when_the_disk_is_full) {
    const auto path = upload(tests::drawn("noted.jpg"));
    Pictures& library = pictures();
    (void)library.find(agency, std::string(64, '0'));
    signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{.rlim_cur = 100, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto media = library.accept_file(agency, path);
    setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(media);
    EXPECT_EQ(media.error().kind, base::Kind::unavailable) << media.error().detail;
    EXPECT_EQ(media.error().code, "media.unavailable");
    EXPECT_EQ(tests::files_below(folder_.path() / "media"), 0U);
    EXPECT_EQ(rows(), 0);
}

TEST_P(PictureLibrary, lets_nobody_wait_for_long_when_all_children_are_busy) {
    const auto slow = with({.folder = folder_.path() / "media",
                            .program = folder_.script("exec /bin/sleep 60"),
                            .at_once = 1,
                            .patience = 100ms,
                            .deadline = 2s});
    std::thread first([&] { EXPECT_FALSE(slow->accept_bytes(agency, tests::drawn("noted.jpg"))); });
    std::this_thread::sleep_for(300ms);
    const auto second = slow->accept_bytes(agency, tests::drawn("noted.webp"));
    first.join();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "server.busy");
    EXPECT_GT(second.error().retry_after.count(), 0);
}

TEST_P(PictureLibrary, sweeps_what_no_agency_names) {
    const auto mine = pictures().accept_bytes(agency, tests::drawn("noted.jpg"));
    const auto theirs = pictures().accept_bytes(neighbour, tests::drawn("half_transparent.png"));
    const Files files(folder_.path() / "media");
    ASSERT_TRUE(files.put("left by a crash before its row"));
    const auto later = base::system_now()() + 48h;
    EXPECT_EQ(pictures().sweep(later).files, 1);
    EXPECT_EQ(pictures().sweep(later).files, 0);
    EXPECT_TRUE(pictures().open(agency, mine->sha256, Size::stored));
    EXPECT_TRUE(pictures().open(neighbour, theirs->sha256, Size::thumb));
}

} // namespace
} // namespace media
