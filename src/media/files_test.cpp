#include "fixtures/media/folder.h"
#include "media/files.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace media {
namespace {

namespace fs = std::filesystem;
using tests::Folder;

const base::Time moment = base::system_now()();
const base::Time two_days_on = moment + std::chrono::hours(48);
const Files::Named nobody = [](std::string_view) { return std::vector<std::string>(); };
// SHA-256 of "abc", FIPS 180-2.
constexpr const char* abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// Runs in a process of its own, which is expected to be killed.
template <class F> void in_a_process_that_dies(F body) {
    const pid_t child = fork();
    if (child == 0) {
        body();
        _exit(7);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

TEST(files, stand_under_the_hash_of_their_bytes) {
    const Folder folder;
    const Files files(folder.path());
    const auto kept = files.put("abc");
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->sha256, abc);
    EXPECT_EQ(kept->size, 3);
    EXPECT_EQ(tests::content_of(folder.path() / "ba" / "78" / abc), "abc");
}

TEST(files, put_again_change_nothing) {
    const Folder folder;
    const Files files(folder.path());
    ASSERT_TRUE(files.put("abc"));
    ASSERT_TRUE(files.put("abc"));
    EXPECT_EQ(tests::files_below(folder.path()), 1U);
}

TEST(files, never_make_a_path_of_anything_but_a_hash) {
    const Folder folder;
    const Files files(folder.path());
    for (const char* name :
         {"", "../../etc/passwd", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
        EXPECT_THROW((void)files.path_of(name), std::invalid_argument) << name;
}

TEST(files, put_by_eight_writers_at_once_are_whole) {
    const Folder folder;
    const Files files(folder.path());
    const std::string bytes(300'000, 'x');
    std::vector<std::thread> writers;
    for (int i = 0; i < 8; ++i)
        writers.emplace_back([&] {
            for (int n = 0; n < 10; ++n)
                EXPECT_TRUE(files.put(bytes));
        });
    for (auto& writer : writers)
        writer.join();
    const auto kept = files.put(bytes);
    EXPECT_EQ(tests::content_of(files.path_of(kept->sha256)), bytes);
    EXPECT_EQ(tests::files_below(folder.path()), 1U);
}

TEST(files, are_not_there_at_all_when_the_writer_is_killed_before_the_name_is_given) {
    const Folder folder;
    in_a_process_that_dies([&] {
        const Files files(folder.path());
        auto draft = files.begin();
        if (draft && write(draft->handle.fd(), "abc", 3) == 3) kill(getpid(), SIGKILL);
    });
    const Files files(folder.path());
    EXPECT_FALSE(fs::exists(files.path_of(abc)));
    EXPECT_EQ(files.sweep(moment, nobody).drafts, 0) << "a young draft may still be written";
    EXPECT_EQ(files.sweep(two_days_on, nobody).drafts, 1);
    EXPECT_EQ(tests::files_below(folder.path()), 0U);
    ASSERT_TRUE(files.put("abc"));
    EXPECT_EQ(tests::content_of(files.path_of(abc)), "abc");
}

TEST(files, that_have_a_name_are_whole_after_kills_at_any_moment) {
    const Folder folder;
    for (int round = 0; round < 10; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            const Files files(folder.path());
            for (int n = 0;; ++n)
                (void)files.put(std::string(50'000, static_cast<char>('a' + n % 26)) + std::to_string(n));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + round * 7));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
    const Files files(folder.path());
    std::size_t named = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.size() != 64) continue;
        ++named;
        const Handle file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
        EXPECT_EQ(hash_of(file.fd())->sha256, name);
    }
    EXPECT_GT(named, 0U);
}

TEST(files, on_a_full_disk_are_refused_and_leave_nothing) {
    const Folder folder;
    const Files files(folder.path());
    signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{.rlim_cur = 1000, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto kept = files.put(std::string(5000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().kind, base::Kind::unavailable);
    EXPECT_EQ(kept.error().code, "media.unavailable");
    EXPECT_EQ(tests::files_below(folder.path()), 0U);
}

TEST(sweep, takes_old_files_that_nobody_names_and_nothing_else) {
    const Folder folder;
    const Files files(folder.path());
    const auto wanted = files.put("abc");
    const auto orphan = files.put("orphan");
    const Files::Named named = [&](std::string_view first_two) {
        return first_two == "ba" ? std::vector{wanted->sha256} : std::vector<std::string>();
    };
    EXPECT_EQ(files.sweep(moment, named).files, 0) << "younger than a day";
    EXPECT_EQ(files.sweep(two_days_on, named).files, 1);
    EXPECT_TRUE(fs::exists(files.path_of(wanted->sha256)));
    EXPECT_FALSE(fs::exists(files.path_of(orphan->sha256)));
}

TEST(sweep, spares_an_old_file_that_was_just_put_again) {
    const Folder folder;
    const Files files(folder.path());
    ASSERT_TRUE(files.put("abc"));
    fs::last_write_time(files.path_of(abc), fs::file_time_type::clock::now() - std::chrono::hours(100));
    ASSERT_TRUE(files.put("abc"));
    EXPECT_EQ(files.sweep(moment, nobody).files, 0);
}

} // namespace
} // namespace media
