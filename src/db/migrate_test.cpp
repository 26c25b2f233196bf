#include "world.h"

#include <mutex>
#include <thread>

namespace {

using db::Migration;
using db::testing::Contents;
using db::testing::FreshDatabase;

constexpr Migration first{1,    "0001_first", "create table a (n bigint);", "create table a (n bigint);",
                          "s1", "p1"};
constexpr Migration second{2,
                           "0002_second",
                           "create table b (n integer); create index b_n on b (n);",
                           "create table b (n bigint);",
                           "s2",
                           "p2"};
constexpr Migration broken{3,
                           "0003_broken",
                           "create table c (n bigint); insert into nowhere values (1);",
                           "create table c (n bigint); insert into nowhere values (1);",
                           "s3",
                           "p3"};

constexpr db::Query<std::int64_t()> count_a{"test.count_a", "select count(*) from a"};
constexpr db::Query<std::int64_t()> count_c{"test.count_c", "select count(*) from c"};

class Migrating : public ::testing::TestWithParam<db::Engine> {
protected:
    FreshDatabase fresh{GetParam(), Contents::empty};
    using Names = std::vector<std::string>;
};
DB_TEST_ON_EACH_ENGINE(Migrating);

TEST_P(Migrating, applies_what_is_missing_once) {
    const Migration one[] = {first};
    const Migration two[] = {first, second};
    EXPECT_EQ(db::pending(*fresh, two).value(), (Names{"0001_first", "0002_second"}));
    EXPECT_EQ(db::migrate(*fresh, one).value(), Names{"0001_first"});
    EXPECT_EQ(db::pending(*fresh, two).value(), Names{"0002_second"});
    EXPECT_EQ(db::migrate(*fresh, two).value(), Names{"0002_second"});
    EXPECT_EQ(db::migrate(*fresh, two).value(), Names{});
    EXPECT_EQ(db::pending(*fresh, two).value(), Names{});
    EXPECT_EQ(fresh->read([](db::Tx& tx) { return tx.one(count_a); }), 0);
}

TEST_P(Migrating, refuses_an_altered_one) {
    const Migration one[] = {first};
    ASSERT_TRUE(db::migrate(*fresh, one));
    Migration altered = first;
    altered.sqlite_sha256 = altered.postgres_sha256 = "other";
    const Migration two[] = {altered, second};
    EXPECT_EQ(db::migrate(*fresh, two).error().code, "database.altered");
    EXPECT_EQ(db::pending(*fresh, two).error().code, "database.altered");
    EXPECT_EQ(db::pending(*fresh, two).error().detail, "0001_first");
}

TEST_P(Migrating, refuses_a_database_that_is_newer) {
    const Migration two[] = {first, second};
    ASSERT_TRUE(db::migrate(*fresh, two));
    const Migration one[] = {first};
    EXPECT_EQ(db::migrate(*fresh, one).error().code, "database.newer");
    EXPECT_EQ(db::pending(*fresh, one).error().code, "database.newer");
}

TEST_P(Migrating, leaves_nothing_of_one_that_fails) {
    const Migration three[] = {first, second, broken};
    EXPECT_THROW((void)db::migrate(*fresh, three), db::Error);
    EXPECT_EQ(db::pending(*fresh, three).value(), Names{"0003_broken"});
    EXPECT_THROW((void)fresh->read([](db::Tx& tx) { return tx.one(count_c); }), db::Error);
}

TEST_P(Migrating, may_be_done_by_two_nodes_at_once) {
    const Migration two[] = {first, second};
    const auto other = db::testing::opened(fresh.where());
    std::size_t applied = 0;
    std::mutex mutex;
    {
        std::vector<std::jthread> threads;
        for (db::Database* each : {&*fresh, other.get()})
            threads.emplace_back([&, each] {
                const auto names = db::migrate(*each, two);
                const std::lock_guard lock(mutex);
                applied += names.value().size();
            });
    }
    EXPECT_EQ(applied, 2);
    EXPECT_EQ(db::pending(*fresh, two).value(), Names{});
}

TEST_P(Migrating, brings_an_empty_database_to_the_programs_schema) {
    ASSERT_TRUE(db::migrate(*fresh));
    EXPECT_EQ(db::pending(*fresh).value(), Names{});
}

TEST(Migrations, of_the_program_are_numbered_without_a_gap) {
    int number = 0;
    for (const auto& migration : db::migrations()) {
        EXPECT_EQ(migration.number, ++number);
        EXPECT_EQ(migration.sqlite_sha256.size(), 64);
        EXPECT_FALSE(migration.sqlite.empty() && migration.postgres.empty());
    }
    EXPECT_GE(number, 9);
}

} // namespace
