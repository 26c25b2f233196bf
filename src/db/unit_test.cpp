#include "world.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace {

using base::Kind;
using db::Query;
using db::Tx;

constexpr Query<void(std::int64_t)> insert{"test.insert", "insert into numbers (n) values (:n)"};
constexpr Query<std::int64_t()> count{"test.count", "select count(*) from numbers"};
constexpr Query<std::int64_t()> all{"test.all", "select n from numbers order by n"};

class Unit : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        database().write([](Tx& tx) { tx.script("create table numbers (n bigint not null primary key)"); });
    }
    std::int64_t counted() {
        return *database().read([](Tx& tx) { return tx.one(count); });
    }
};
DB_TEST_ON_EACH_ENGINE(Unit);

TEST_P(Unit, that_gives_a_problem_leaves_nothing) {
    const auto result = database().write([](Tx& tx) -> base::Result<int> {
        tx.run(insert, 1);
        return base::fail(Kind::conflict, "test.conflict");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "test.conflict");
    EXPECT_EQ(counted(), 0);
}

TEST_P(Unit, that_throws_leaves_nothing_and_hands_the_exception_on) {
    EXPECT_THROW(database().write([](Tx& tx) {
        tx.run(insert, 1);
        throw std::out_of_range("mine");
    }),
                 std::out_of_range);
    EXPECT_EQ(counted(), 0);
}

TEST_P(Unit, cannot_go_on_after_a_failed_statement) {
    EXPECT_THROW(database().write([](Tx& tx) {
        tx.run(insert, 1);
        try {
            tx.run(insert, 1);
        } catch (const db::UniqueViolation&) {
        }
        tx.run(insert, 2);
    }),
                 db::Error);
    EXPECT_THROW(database().write([](Tx& tx) {
        try {
            tx.run(insert, 1);
            tx.run(insert, 1);
        } catch (const db::UniqueViolation&) {
        }
    }),
                 db::Error);
    EXPECT_EQ(counted(), 0);
}

TEST_P(Unit, inside_another_is_refused) {
    EXPECT_THROW(database().write([&](Tx&) { database().write([](Tx& tx) { tx.run(insert, 1); }); }),
                 std::logic_error);
    EXPECT_THROW(database().read([&](Tx&) { database().read([](Tx& tx) { return tx.one(count); }); }),
                 std::logic_error);
    database().write([](Tx& tx) { tx.run(insert, 1); });
    EXPECT_EQ(counted(), 1);
}

TEST_P(Unit, that_fails_takes_no_other_with_it) {
    // Eight threads at once, so that SQLite commits many together; every third unit gives a problem, every
    // fifth breaks a unique index.
    database().write([](Tx& tx) { tx.run(insert, -1); });
    constexpr std::int64_t each = 60;
    std::vector<std::int64_t> acknowledged;
    std::mutex mutex;
    {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (std::int64_t i = 0; i < each; ++i) {
                    const std::int64_t n = t * each + i;
                    try {
                        const auto result = database().write([n](Tx& tx) -> base::Result<std::int64_t> {
                            tx.run(insert, n);
                            if (n % 3 == 0) return base::fail(Kind::conflict, "test.third");
                            if (n % 5 == 0) tx.run(insert, -1);
                            return n;
                        });
                        if (!result) continue;
                        const std::lock_guard lock(mutex);
                        acknowledged.push_back(*result);
                    } catch (const db::UniqueViolation&) {
                    }
                }
            });
    }
    std::vector<std::int64_t> expected;
    for (std::int64_t n = 0; n < 8 * each; ++n)
        if (n % 3 != 0 && n % 5 != 0) expected.push_back(n);
    std::ranges::sort(acknowledged);
    EXPECT_EQ(acknowledged, expected);
    auto stored = database().read([](Tx& tx) { return tx.all(all); });
    expected.insert(expected.begin(), -1);
    EXPECT_EQ(stored, expected);
    EXPECT_EQ(database().statistics().waiting, 0);
}

TEST_P(Unit, of_reading_sees_one_snapshot) {
    database().write([](Tx& tx) { tx.run(insert, 1); });
    database().read([&](Tx& tx) {
        EXPECT_EQ(tx.one(count), 1);
        std::jthread([&] { database().write([](Tx& other) { other.run(insert, 2); }); }).join();
        EXPECT_EQ(tx.one(count), 1);
    });
    EXPECT_EQ(counted(), 2);
}

TEST_P(Unit, of_reading_cannot_write) {
    EXPECT_THROW(database().read([](Tx& tx) { tx.run(insert, 1); }), db::Error);
    EXPECT_EQ(counted(), 0);
}

TEST_P(Unit, signals_only_after_its_commit) {
    std::atomic<int> told = 0;
    std::int64_t seen = -1;
    auto listening = database().listen("numbers", [&] { ++told; });
    auto other = database().listen("letters", [&] { told += 100; });
    (void)database().write([&](Tx& tx) -> base::Result<void> {
        tx.run(insert, 1);
        tx.signal("numbers");
        return base::fail(Kind::conflict, "test.conflict");
    });
    EXPECT_EQ(told, 0);
    database().write([&](Tx& tx) {
        tx.run(insert, 1);
        tx.signal("numbers");
        seen = told;
    });
    EXPECT_EQ(seen, 0);
    EXPECT_EQ(told, 1);
    listening.reset();
    database().write([](Tx& tx) { tx.signal("numbers"); });
    EXPECT_EQ(told, 1);
}

TEST(GroupCommit, puts_many_units_into_one_commit) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    fresh->write([](Tx& tx) { tx.script("create table numbers (n bigint not null primary key)"); });
    const auto before = fresh->statistics();
    {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (std::int64_t i = 0; i < 50; ++i)
                    fresh->write([n = t * 50 + i](Tx& tx) { tx.run(insert, n); });
            });
    }
    const auto after = fresh->statistics();
    EXPECT_EQ(after.units - before.units, 400);
    EXPECT_LT(after.commits - before.commits, 400);
}

TEST(Contention, on_postgres_is_run_again_until_it_is_done) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    static constexpr Query<std::int64_t(std::int64_t)> raise{
        "test.raise", "update counters set v = v + 1 where id = :id returning v"};
    fresh->write([](Tx& tx) {
        tx.script("create table counters (id bigint primary key, v bigint not null);"
                  "insert into counters values (1, 0), (2, 0)");
    });
    {
        // Each takes the rows in another order: deadlocks (40P01) that the server breaks.
        std::vector<std::jthread> threads;
        for (int t = 0; t < 2; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 3; ++i)
                    fresh->write([&](Tx& tx) {
                        (void)tx.one(raise, t == 0 ? 1 : 2);
                        std::this_thread::sleep_for(std::chrono::milliseconds(30));
                        (void)tx.one(raise, t == 0 ? 2 : 1);
                    });
            });
    }
    static constexpr Query<std::int64_t()> total{"test.total", "select cast(sum(v) as bigint) from counters"};
    EXPECT_EQ(fresh->read([](Tx& tx) { return tx.one(total); }), 12);
    EXPECT_GT(fresh->statistics().reruns, 0);
}

} // namespace
