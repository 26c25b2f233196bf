#include "jobs/job_actions.h"
#include "jobs/runner.h"
#include "world.h"

namespace {

using base::AgencyId;
using base::Kind;
using jobs::Handler;
using jobs::Job;
using jobs::Queued;
using jobs::Runner;
using namespace std::chrono_literals;

constexpr AgencyId agency{1};

class Jobs : public db::testing::OnEachEngine {
protected:
    Queued enqueue(std::string name, base::Duration in = 0s, std::string data = "", AgencyId of = agency) {
        return database().write([&](db::Tx& tx) {
            return jobs::enqueue(tx, ids, of,
                                 {.kind = "test", .name = name, .data = data, .run_at = time + in}, time);
        });
    }
    Runner runner(std::vector<Handler> handlers, std::vector<jobs::Periodic> schedule = {},
                  std::string holder = "here") {
        return Runner({.database = database(),
                       .now = [this] { return time; },
                       .random = [](std::size_t count) { return std::string(count, '\0'); },
                       .holder = std::move(holder),
                       .agencies = [] { return std::vector{agency, AgencyId{2}}; },
                       .handlers = std::move(handlers),
                       .schedule = std::move(schedule)});
    }
    /// Writes down each run; `outcome` decides how it ends.
    Handler handler(std::function<base::Result<void>(const Job&)> outcome = {}) {
        return {.kind = "test", .run = [this, outcome](const Job& job) -> base::Result<void> {
                    runs.push_back(job.name + (job.data.empty() ? "" : "=" + job.data));
                    if (outcome) return outcome(job);
                    return {};
                }};
    }
    jobs::Counts counts() {
        return database().read([](db::Tx& tx) { return jobs::counts(tx, agency); });
    }
    base::Time time = base::time_from_ms(1'790'000'000'000);
    base::IdSource ids{base::system_now(), 1};
    std::vector<std::string> runs;
    using Runs = std::vector<std::string>;
};
DB_TEST_ON_EACH_ENGINE(Jobs);

base::Result<void> fails(const Job&) {
    return base::fail(Kind::unavailable, "test.down", "not now");
}

TEST_P(Jobs, run_when_they_are_due_and_are_gone) {
    enqueue("later", 10s, "b");
    enqueue("now", 0s, "a");
    enqueue("other", 0s, "c", AgencyId{2});
    auto here = runner({handler()});
    EXPECT_EQ(here.run_due(), 2);
    EXPECT_EQ(runs, (Runs{"now=a", "other=c"}));
    time += 9s;
    EXPECT_EQ(here.run_due(), 0);
    time += 1s;
    EXPECT_EQ(here.run_due(), 1);
    EXPECT_EQ(counts().waiting + counts().running + counts().dead, 0);
}

TEST_P(Jobs, of_a_unit_that_is_rolled_back_were_never_there) {
    (void)database().write([&](db::Tx& tx) -> base::Result<void> {
        jobs::enqueue(tx, ids, agency, {.kind = "test", .name = "x", .run_at = time}, time);
        return base::fail(Kind::conflict, "test.conflict");
    });
    EXPECT_EQ(runner({handler()}).run_due(), 0);
}

TEST_P(Jobs, of_one_name_wait_once_at_the_earlier_time) {
    EXPECT_EQ(enqueue("x", 10s, "first"), Queued::fresh);
    EXPECT_EQ(enqueue("x", 5s, "second"), Queued::known);
    EXPECT_EQ(enqueue("x", 20s, "third"), Queued::known);
    EXPECT_EQ(enqueue("x", 0s, "", AgencyId{2}), Queued::fresh);
    EXPECT_EQ(counts().waiting, 1);
    EXPECT_EQ(counts().oldest_due, time + 5s);
}

TEST_P(Jobs, queued_again_while_they_run_run_once_more_with_the_new_data) {
    enqueue("x", 0s, "old");
    bool first = true;
    auto here = runner({handler([&](const Job&) -> base::Result<void> {
        if (std::exchange(first, false)) EXPECT_EQ(enqueue("x", 0s, "new"), Queued::known);
        return {};
    })});
    here.run_due();
    time += 1s;
    here.run_due();
    EXPECT_EQ(runs, (Runs{"x=old", "x=new"}));
    EXPECT_EQ(counts().waiting, 0);
}

TEST_P(Jobs, that_fail_wait_longer_each_time_and_die_in_the_end) {
    enqueue("x", 0s, "data");
    auto failing = handler(fails);
    failing.most_attempts = 3;
    failing.first_wait = 4s;
    auto here = runner({failing});
    std::vector<std::int64_t> seconds;
    for (int second = 0; second <= 60; ++second, time += 1s)
        if (here.run_due() > 0) seconds.push_back(second);
    EXPECT_EQ(seconds, (std::vector<std::int64_t>{0, 2, 6}))
        << "half of 4 s, then half of 8 s: chance gives 0 here";
    EXPECT_EQ(counts().dead, 1);
    const auto dead = database().read([](db::Tx& tx) { return jobs::dead_letters(tx, agency); });
    ASSERT_EQ(dead.size(), 1);
    EXPECT_EQ(dead[0].name, "x");
    EXPECT_EQ(dead[0].data, "data");
    EXPECT_EQ(dead[0].attempts, 3);
    EXPECT_EQ(dead[0].last_problem, "test.down: not now");
}

TEST_P(Jobs, that_are_dead_can_be_tried_again_or_given_up) {
    auto failing = handler(fails);
    failing.most_attempts = 1;
    enqueue("x");
    enqueue("y");
    runner({failing}).run_due();
    const auto dead = database().read([](db::Tx& tx) { return jobs::dead_letters(tx, agency); });
    ASSERT_EQ(dead.size(), 2);
    const auto on_write = [&](auto action) {
        return database().write([&](db::Tx& tx) { return action(tx); });
    };
    EXPECT_TRUE(on_write([&](db::Tx& tx) { return jobs::retry(tx, agency, dead[0].id, time); }));
    EXPECT_TRUE(on_write([&](db::Tx& tx) { return jobs::discard(tx, agency, dead[1].id); }));
    for (const auto id : {dead[0].id, dead[1].id, jobs::JobId{5}}) {
        EXPECT_EQ(on_write([&](db::Tx& tx) { return jobs::retry(tx, agency, id, time); }).error().code,
                  "job.not_found");
        EXPECT_EQ(on_write([&](db::Tx& tx) { return jobs::discard(tx, agency, id); }).error().code,
                  "job.not_found");
    }
    runs.clear();
    EXPECT_EQ(runner({handler()}).run_due(), 1);
    EXPECT_EQ(runs, Runs{"x"});
}

TEST_P(Jobs, that_throw_or_have_no_handler_fail_like_others) {
    enqueue("x");
    auto throwing = handler([](const Job&) -> base::Result<void> { throw std::runtime_error("broken"); });
    throwing.most_attempts = 1;
    EXPECT_EQ(runner({throwing}).run_due(), 1);
    EXPECT_EQ(database().read([](db::Tx& tx) { return jobs::dead_letters(tx, agency); }).at(0).last_problem,
              "job.broken: broken");
    enqueue("y");
    EXPECT_EQ(runner({}).run_due(), 1);
    EXPECT_EQ(counts().waiting, 1);
}

struct Crash {};

TEST_P(Jobs, whose_runner_died_run_elsewhere_when_the_lease_is_over) {
    enqueue("x");
    auto crashing = handler([](const Job&) -> base::Result<void> { throw Crash(); });
    crashing.lease = 30s;
    EXPECT_THROW(runner({crashing}, {}, "one").run_due(), Crash);
    auto other = runner({handler()}, {}, "two");
    time += 30s;
    EXPECT_EQ(other.run_due(), 0);
    time += 1ms;
    EXPECT_EQ(other.run_due(), 1);
    EXPECT_EQ(runs.size(), 2);
    EXPECT_EQ(counts().running, 0);
}

TEST_P(Jobs, that_take_their_runner_down_each_time_end_as_dead_letters) {
    enqueue("x");
    auto crashing = handler([](const Job&) -> base::Result<void> { throw Crash(); });
    crashing.most_attempts = 3;
    int crashes = 0;
    for (int i = 0; i < 10; ++i, time += 2min) {
        try {
            runner({crashing}).run_due();
        } catch (const Crash&) {
            ++crashes;
        }
    }
    EXPECT_EQ(crashes, 3);
    EXPECT_EQ(counts().dead, 1);
}

TEST_P(Jobs, that_outlived_their_lease_change_nothing) {
    enqueue("x");
    auto other = runner({handler()}, {}, "two");
    bool once = true;
    auto slow = runner({handler([&](const Job&) -> base::Result<void> {
                           if (!std::exchange(once, false)) return {};
                           time += 5min;
                           EXPECT_EQ(other.run_due(), 1);
                           EXPECT_EQ(enqueue("x", 1h), Queued::fresh);
                           return {};
                       })},
                       {}, "one");
    slow.run_due();
    EXPECT_EQ(counts().waiting, 1) << "the one queued last is still there";
}

TEST_P(Jobs, of_the_schedule_run_once_a_period_over_all_nodes) {
    int swept = 0;
    const jobs::Periodic sweep{"sweep", 60s, [&](AgencyId of) -> base::Result<void> {
                                   swept += of == agency ? 1 : 0;
                                   if (swept == 2) throw std::runtime_error("broken");
                                   return {};
                               }};
    auto one = runner({}, {sweep}, "one");
    auto two = runner({}, {sweep}, "two");
    for (int second = 0; second < 180; second += 5, time += 5s) {
        one.run_due();
        two.run_due();
    }
    EXPECT_EQ(swept, 3);
}

TEST_P(Jobs, whose_runner_died_under_a_clock_that_was_ahead_run_by_the_right_one) {
    time += 3h;
    enqueue("job");
    database().write([&](db::Tx& tx) {
        static constexpr db::Query<void(base::Time)> lease{
            "test.lease", "update jobs set state = 'running', attempts = 1, lease_holder = 'dead', "
                          "lease_until = :until where agency = 1"};
        tx.run(lease, time + 1min);
    });
    time -= 3h;
    runner({handler()}).run_due();
    EXPECT_EQ(runs, Runs{"job"});
    EXPECT_EQ(counts().running, 0);
}

TEST_P(Jobs, queued_by_a_clock_that_was_ahead_are_due_once_it_is_right) {
    auto here = runner({handler()});
    time += 3h;
    here.run_due();
    enqueue("now");
    enqueue("in an hour", 1h);
    time -= 3h;
    enqueue("in two hours", 2h);
    here.run_due();
    EXPECT_EQ(runs, (Runs{"now", "in an hour"})) << "how long the second was to wait is not known any more";
    time += 2h;
    here.run_due();
    EXPECT_EQ(runs.size(), 3U);
}

TEST_P(Jobs, a_turn_given_by_a_clock_that_was_ahead_holds_up_no_schedule) {
    int turns = 0;
    const jobs::Periodic often{"test.sweep", 5s, [&](AgencyId of) -> base::Result<void> {
                                   turns += of == agency ? 1 : 0;
                                   return {};
                               }};
    time += 3h;
    runner({}, {often}).run_due();
    time -= 3h;
    runner({}, {often}, "there").run_due();
    EXPECT_EQ(turns, 2);
    time += 4s;
    runner({}, {often}).run_due();
    EXPECT_EQ(turns, 2) << "the turn that was taken meanwhile counts";
}

} // namespace
