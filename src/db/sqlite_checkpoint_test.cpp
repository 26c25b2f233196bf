// What is committed moves from the log into the file beside the writer, and the log begins anew.
#include "world.h"

#include <thread>

namespace {

using db::Query;
using db::Tx;
using db::testing::FreshDatabase;

constexpr Query<void(std::int64_t, std::string)> insert{"test.insert",
                                                        "insert into written (n, words) values (:n, :words)"};
constexpr Query<std::int64_t()> count_all{"test.count", "select count(*) from written"};

constexpr std::uintmax_t mega = 1'000'000;

std::uintmax_t log_of(const FreshDatabase& database) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(database.where() + "-wal", missing);
    return missing ? 0 : size;
}

TEST(SqliteCheckpoint, keeps_the_log_short_under_writers_and_readers) {
    FreshDatabase database(db::Engine::sqlite, db::testing::Contents::empty);
    database->write([](Tx& tx) { tx.script("create table written (n bigint primary key, words text)"); });
    std::atomic<std::int64_t> next = 0;
    std::atomic<bool> writing = true;
    std::jthread reader([&] {
        while (writing)
            (void)database->read([](Tx& tx) { return tx.one(count_all); });
    });
    constexpr std::int64_t units = 1'200;
    {
        std::vector<std::jthread> writers;
        for (int t = 0; t < 2; ++t)
            writers.emplace_back([&] {
                for (std::int64_t n = 0; (n = ++next) <= units;)
                    database->write([n](Tx& tx) { tx.run(insert, n, std::string(100'000, 'x')); });
            });
    }
    writing = false;
    reader.join();
    EXPECT_LT(log_of(database), 90 * mega) << "of 120 MB written";
    EXPECT_GT(std::filesystem::file_size(database.where()), 20 * mega) << "the rest is in the file";
    EXPECT_EQ(*database->read([](Tx& tx) { return tx.one(count_all); }), units);
    database.reopen();
    EXPECT_EQ(*database->read([](Tx& tx) { return tx.one(count_all); }), units);
    EXPECT_EQ(log_of(database), 0) << "whoever closes last moves all of it";
}

} // namespace
