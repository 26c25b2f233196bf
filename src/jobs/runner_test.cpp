#include "jobs/job_actions.h"
#include "jobs/runner.h"
#include "world.h"

#include <rapidcheck.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace {

using base::AgencyId;
using jobs::Job;
using jobs::Runner;
using namespace std::chrono_literals;

constexpr AgencyId agency{1};

Runner::Parts parts(db::Database& database, std::string holder,
                    std::function<base::Result<void>(const Job&)> run) {
    return {.database = database,
            .now = base::system_now(),
            .random = [](std::size_t count) { return std::string(count, 'x'); },
            .holder = std::move(holder),
            .agencies = [] { return std::vector{agency}; },
            .handlers = {{.kind = "test", .run = std::move(run), .lease = 300ms, .first_wait = 1ms}},
            .threads = 3,
            .poll = 20ms};
}

class Running : public db::testing::OnEachEngine {
protected:
    void enqueue(const std::string& name) {
        database().write([&](db::Tx& tx) {
            const auto now = base::system_now()();
            jobs::enqueue(tx, ids, agency, {.kind = "test", .name = name, .run_at = now}, now);
        });
    }
    bool settles(std::function<bool()> condition) {
        for (int i = 0; i < 1'000; ++i, std::this_thread::sleep_for(20ms))
            if (condition()) return true;
        return false;
    }
    base::IdSource ids{base::system_now(), 1};
};
DB_TEST_ON_EACH_ENGINE(Running);

TEST_P(Running, two_nodes_run_every_job_and_never_one_at_the_same_time) {
    std::mutex mutex;
    std::map<std::string, int> runs;
    std::set<std::string> running;
    bool overlapped = false;
    const auto run = [&](const Job& job) -> base::Result<void> {
        {
            const std::lock_guard lock(mutex);
            overlapped |= !running.insert(job.name).second;
            ++runs[job.name];
        }
        // Longer than its lease now and then: the lease is renewed meanwhile.
        std::this_thread::sleep_for(job.name == "7" ? 700ms : 2ms);
        const std::lock_guard lock(mutex);
        running.erase(job.name);
        if (job.attempts == 1 && job.name.ends_with('5'))
            return base::fail(base::Kind::unavailable, "test.later");
        return {};
    };
    const auto other = GetParam() == db::Engine::postgres ? db::testing::opened(fresh().where()) : nullptr;
    Runner one(parts(database(), "one", run));
    Runner two(parts(other ? *other : database(), "two", run));
    one.start();
    two.start();
    for (int i = 0; i < 60; ++i)
        enqueue(std::to_string(i));
    EXPECT_TRUE(settles([&] {
        const auto counts = database().read([](db::Tx& tx) { return jobs::counts(tx, agency); });
        return counts.waiting + counts.running + counts.dead == 0;
    }));
    one.stop();
    two.stop();
    EXPECT_FALSE(overlapped);
    EXPECT_EQ(runs.size(), 60);
    for (const auto& [name, count] : runs)
        EXPECT_EQ(count, name.ends_with('5') ? 2 : 1) << name;
}

TEST_P(Running, stopping_waits_for_what_runs_and_leaves_the_rest) {
    std::atomic<int> started = 0;
    std::atomic<int> ended = 0;
    Runner runner(parts(database(), "one", [&](const Job&) -> base::Result<void> {
        ++started;
        std::this_thread::sleep_for(100ms);
        ++ended;
        return {};
    }));
    for (int i = 0; i < 20; ++i)
        enqueue(std::to_string(i));
    runner.start();
    EXPECT_TRUE(settles([&] { return started > 0; }));
    runner.stop();
    EXPECT_EQ(started, ended);
    const auto counts = database().read([](db::Tx& tx) { return jobs::counts(tx, agency); });
    EXPECT_EQ(counts.running, 0);
    EXPECT_EQ(counts.waiting, 20 - ended);
}

struct Crash {};

TEST(RunningProperty, every_request_is_run_after_it_and_never_under_anothers_lease) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    std::int64_t agencies = 0;
    EXPECT_TRUE(rc::check([&] {
        const AgencyId mine{++agencies};
        base::Time time = base::time_from_ms(1'790'000'000'000);
        base::IdSource ids(base::system_now(), 1);
        std::map<std::string, int> requests;    // by name: how many so far
        std::map<std::string, int> served;      // by name: how many requests the last run had seen
        std::map<std::string, base::Time> held; // by name: until when a dead node's lease is valid
        int fate = 0;
        const auto run = [&](const Job& job) -> base::Result<void> {
            RC_ASSERT(!held.contains(job.name) || held[job.name] < time);
            held.erase(job.name);
            if (fate == 1) return base::fail(base::Kind::unavailable, "test.later");
            if (fate == 2) {
                held[job.name] = time + 60s;
                throw Crash();
            }
            served[job.name] = requests[job.name];
            return {};
        };
        const auto node = [&](const char* name) {
            return Runner({.database = *fresh,
                           .now = [&] { return time; },
                           .random = [](std::size_t count) { return std::string(count, 'x'); },
                           .holder = name,
                           .agencies = [&] { return std::vector{mine}; },
                           .handlers = {{.kind = "test", .run = run, .most_attempts = 1000, .lease = 60s}}});
        };
        const auto enqueue = [&](const std::string& name) {
            fresh->write([&](db::Tx& tx) {
                jobs::enqueue(tx, ids, mine, {.kind = "test", .name = name, .run_at = time}, time);
            });
            ++requests[name];
        };
        for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10))) {
            if (step < 4) {
                enqueue(std::to_string(step % 3));
            } else if (step < 9) {
                fate = step < 7 ? step - 4 : 0;
                try {
                    node(step % 2 == 0 ? "a" : "b").run_due();
                } catch (const Crash&) {
                }
            } else {
                time += 25s;
            }
        }
        fate = 0;
        for (int i = 0; i < 40; ++i, time += 5min)
            node("a").run_due();
        RC_ASSERT(served == requests);
    }));
}

} // namespace
