// The disk is full, the server is away, somebody else holds the lock: units fail as Unavailable, and the next
// one after the trouble works.
#include "db/backup.h"
#include "world.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <sys/mount.h>
#include <thread>

namespace {

using db::Query;
using db::Tx;
using db::testing::Contents;
using db::testing::FreshDatabase;
using db::testing::TemporaryDirectory;

constexpr Query<void(std::int64_t, std::string)> insert{"test.insert",
                                                        "insert into written (n, words) values (:n, :words)"};
constexpr Query<std::int64_t()> count{"test.count", "select count(*) from written"};
constexpr auto create = "create table written (n bigint not null primary key, words text not null)";

/// A disk of a few megabytes, while it lives.
class SmallDisk {
public:
    SmallDisk() {
        mounted_ = ::mount("tmpfs", directory_.path().c_str(), "tmpfs", 0, "size=3m") == 0;
        why_not_ = std::strerror(errno);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(directory_.path().c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool is_there() const { return mounted_; }
    [[nodiscard]] const std::string& why_not() const { return why_not_; }
    [[nodiscard]] const std::filesystem::path& path() const { return directory_.path(); }

private:
    TemporaryDirectory directory_;
    bool mounted_ = false;
    std::string why_not_;
};

void fill_up(const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    const std::string block(1024, 'x');
    while (out.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
}

TEST(FullDisk, is_unavailable_until_there_is_room_again_and_loses_nothing) {
    const SmallDisk disk;
    if (!disk.is_there()) GTEST_SKIP() << "no small disk can be mounted here: " << disk.why_not();
    const auto database = db::testing::opened((disk.path() / "tanggap.db").string());
    database->write([](Tx& tx) { tx.script(create); });
    database->write([](Tx& tx) { tx.run(insert, 0, "first"); });
    fill_up(disk.path() / "ballast");

    std::atomic<std::int64_t> acknowledged = 1;
    std::atomic<int> refused = 0;
    const auto write_for_a_while = [&](std::int64_t from) {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (std::int64_t i = 0; i < 30; ++i) {
                    try {
                        // Small and large ones together, so that some of a batch would fit.
                        const std::string words(t == 0 ? 60'000 : 10, 'w');
                        database->write([&](Tx& tx) { tx.run(insert, from + t * 100 + i, words); });
                        ++acknowledged;
                    } catch (const db::Unavailable&) {
                        ++refused;
                    }
                }
            });
    };
    write_for_a_while(1'000);
    EXPECT_GT(refused, 0);
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one(count); }), acknowledged);

    std::filesystem::remove(disk.path() / "ballast");
    database->write([](Tx& tx) { tx.run(insert, 2, "after"); });
    ++acknowledged;
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one(count); }), acknowledged);
}

TEST(FullDisk, leaves_no_half_of_a_backup) {
    const SmallDisk disk;
    if (!disk.is_there()) GTEST_SKIP() << "no small disk can be mounted here: " << disk.why_not();
    FreshDatabase fresh(db::Engine::sqlite);
    fresh->write([](Tx& tx) {
        tx.script(create);
        for (std::int64_t i = 0; i < 100; ++i)
            tx.run(insert, i, std::string(60'000, 'w'));
    });
    const auto report = db::backup(*fresh, disk.path() / "backup.db");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "database.unreachable");
    EXPECT_TRUE(std::filesystem::is_empty(disk.path()));
}

TEST(LockedFile, is_unavailable_after_the_patience_and_works_again) {
    db::Options impatient;
    impatient.busy_timeout = std::chrono::milliseconds(50);
    FreshDatabase fresh(db::Engine::sqlite, Contents::empty, impatient);
    fresh->write([](Tx& tx) { tx.script(create); });
    {
        const auto other = db::testing::opened(fresh.where());
        other->write([&](Tx& tx) {
            tx.run(insert, 1, "");
            std::jthread([&] {
                EXPECT_THROW(fresh->write([](Tx& mine) { mine.run(insert, 2, ""); }), db::Unavailable);
            }).join();
        });
    }
    fresh->write([](Tx& tx) { tx.run(insert, 3, ""); });
    EXPECT_EQ(fresh->read([](Tx& tx) { return tx.one(count); }), 2);
}

TEST(Opening, what_cannot_be_opened_is_a_problem) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "text") << std::string(5'000, 'x');
    for (const std::string& where :
         {(directory.path() / "no" / "folder" / "x.db").string(), directory.path().string(),
          (directory.path() / "text").string(), std::string("postgresql:///none?host=/nowhere"),
          std::string("postgresql://u:secret@127.0.0.1:1/none")}) {
        const auto database = db::open(where);
        ASSERT_FALSE(database) << where;
        EXPECT_EQ(database.error().code, "database.unreachable") << where;
        EXPECT_EQ(database.error().kind, base::Kind::unavailable);
        EXPECT_EQ(database.error().detail.find("secret"), std::string::npos) << database.error().detail;
    }
}

TEST(PostgresAway, is_unavailable_and_found_again_when_it_is_back) {
    FreshDatabase fresh(db::Engine::postgres, Contents::empty);
    fresh->write([](Tx& tx) { tx.script(create); });
    auto& server = tests::Postgres::server();
    // Eight connections in the pool, all of which the restart breaks.
    {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                fresh->write([t](Tx& tx) {
                    tx.run(insert, t, "");
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                });
            });
    }
    server.restart();
    fresh->write([](Tx& tx) { tx.run(insert, 100, ""); });
    EXPECT_EQ(fresh->read([](Tx& tx) { return tx.one(count); }), 9);

    server.stop();
    EXPECT_THROW(fresh->write([](Tx& tx) { tx.run(insert, 101, ""); }), db::Unavailable);
    EXPECT_THROW(fresh->read([](Tx& tx) { return tx.one(count); }), db::Unavailable);
    server.start();
    fresh->write([](Tx& tx) { tx.run(insert, 102, ""); });
    EXPECT_EQ(fresh->read([](Tx& tx) { return tx.one(count); }), 10);
}

TEST(PostgresAway, a_statement_that_takes_too_long_is_ended) {
    db::Options impatient;
    impatient.statement_timeout = std::chrono::milliseconds(100);
    FreshDatabase fresh(db::Engine::postgres, Contents::empty, impatient);
    EXPECT_THROW(fresh->read([](Tx& tx) { tx.script("select pg_sleep(10)"); }), db::Unavailable);
}

} // namespace
