// The process is killed while it writes; whatever it had acknowledged must be there afterwards.
#include "world.h"

#include <algorithm>
#include <signal.h>
#include <thread>

namespace {

using db::Query;
using db::Tx;
using db::testing::FreshDatabase;

constexpr Query<void(std::int64_t, std::string)> insert{"test.insert",
                                                        "insert into written (n, words) values (:n, :words)"};
constexpr Query<std::int64_t(std::int64_t)> count_halves{
    "test.halves", "select count(*) from written where n = :n or n = -:n"};
constexpr Query<std::int64_t()> find_last{"test.last", "select coalesce(max(n), 0) from written"};

constexpr const char* target = "TANGGAP_TEST_CRASH_TARGET";

// Run only as a child of the tests below, by name: writes n and -n in one unit each, on four threads, and
// says "n\n" once the unit is committed. It never ends by itself.
TEST(CrashChild, DISABLED_writes_until_it_is_killed) {
    const char* where = ::getenv(target);
    if (!where) return;
    const auto database = db::testing::opened(where);
    const std::int64_t last = *database->read([](Tx& tx) { return tx.one(find_last); });
    std::atomic<std::int64_t> next = last + 1'000;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (;;) {
                const std::int64_t n = ++next;
                database->write([n](Tx& tx) {
                    tx.run(insert, n, std::string(500, 'x'));
                    tx.run(insert, -n, "");
                });
                const std::string line = std::to_string(n) + "\n";
                if (::write(3, line.data(), line.size()) < 0) return;
            }
        });
}

/// Starts the child, kills it after a while and gives what it had acknowledged.
std::vector<std::int64_t> acknowledged_before_the_kill(const std::string& where,
                                                       std::chrono::milliseconds after) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    ::setenv(target, where.c_str(), 1);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], 3);
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, 1);
        ::execl("/proc/self/exe", "db_test", "--gtest_filter=CrashChild.*", "--gtest_also_run_disabled_tests",
                nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    std::string said;
    char bytes[4096];
    const auto read_some = [&] {
        const ssize_t count = ::read(pipe[0], bytes, sizeof bytes);
        if (count > 0) said.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    };
    read_some(); // it is writing now
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (read_some()) {
    }
    ::close(pipe[0]);
    std::vector<std::int64_t> out;
    for (std::size_t from = 0, end = 0; (end = said.find('\n', from)) != std::string::npos; from = end + 1)
        out.push_back(std::stoll(said.substr(from, end - from)));
    return out;
}

class Crash : public db::testing::OnEachEngine {};
DB_TEST_ON_EACH_ENGINE(Crash);

TEST_P(Crash, loses_nothing_that_was_acknowledged) {
    database().write([](Tx& tx) {
        tx.script("create table written (n bigint not null primary key, words text not null)");
    });
    fresh().close();
    std::vector<std::int64_t> acknowledged;
    for (int round = 0; round < 8; ++round) {
        const auto more =
            acknowledged_before_the_kill(fresh().where(), std::chrono::milliseconds(5 + 23 * round));
        EXPECT_FALSE(more.empty());
        acknowledged.insert(acknowledged.end(), more.begin(), more.end());
    }
    fresh().reopen();
    for (const auto n : acknowledged)
        ASSERT_EQ(database().read([&](Tx& tx) { return tx.one(count_halves, n); }), 2) << n;
    constexpr static Query<std::int64_t()> halves{"test.sum", "select cast(sum(n) as bigint) from written"};
    EXPECT_EQ(database().read([](Tx& tx) { return tx.one(halves); }), 0) << "a unit was kept by half";
    if (GetParam() == db::Engine::sqlite) {
        constexpr static Query<std::string()> check{"test.check", "pragma integrity_check"};
        EXPECT_EQ(database().read([](Tx& tx) { return tx.one(check); }), "ok");
    }
}

} // namespace
