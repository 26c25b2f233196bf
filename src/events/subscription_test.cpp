#include "events/event_actions.h"
#include "events/feed.h"
#include "world.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace {

using base::AgencyId;
using events::Stored;
using events::Subscriber;

constexpr AgencyId agency{1};
constexpr db::Query<void(std::int64_t, std::int64_t)> insert_seen{
    "test.see", "insert into heard (position, subject) values (:position, :subject)"};
constexpr db::Query<std::int64_t()> find_seen{"test.seen", "select subject from heard order by position"};

class Subscribing : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        database().write([](db::Tx& tx) {
            tx.script("create table heard (position bigint not null primary key, subject bigint not null)");
        });
    }
    void append(std::int64_t subject) {
        database().write([&](db::Tx& tx) {
            (void)events::append(tx, ids, agency,
                                 {.subject_kind = "case",
                                  .subject = subject,
                                  .kind = "case.noted",
                                  .at = time,
                                  .actor_kind = "staff",
                                  .actor = 7,
                                  .is_public = true,
                                  .data = R"({"a":1})"});
        });
    }
    std::vector<std::int64_t> seen() {
        return database().read([](db::Tx& tx) { return tx.all(find_seen); });
    }
    events::Feed::Parts parts(std::vector<Subscriber> subscribers) {
        return {.database = database(),
                .now = [this] { return time; },
                .holder = "here",
                .agencies = [] { return std::vector{agency}; },
                .subscribers = std::move(subscribers)};
    }
    Subscriber writes_down{"writes_down",
                           [](db::Tx& tx, AgencyId, const Stored& event) -> base::Result<void> {
                               tx.run(insert_seen, *event.position, event.subject);
                               return {};
                           }};
    base::Time time = base::time_from_ms(1'790'000'000'000);
    base::IdSource ids{base::system_now(), 1};
};
DB_TEST_ON_EACH_ENGINE(Subscribing);

TEST_P(Subscribing, an_event_comes_back_as_it_was_appended) {
    append(5);
    append(6);
    const auto of_five = database().read([](db::Tx& tx) { return events::timeline(tx, agency, "case", 5); });
    ASSERT_EQ(of_five.size(), 1);
    EXPECT_EQ(of_five[0].position, std::nullopt);
    EXPECT_EQ(of_five[0].kind, "case.noted");
    EXPECT_EQ(of_five[0].at, time);
    EXPECT_EQ(of_five[0].actor_kind, "staff");
    EXPECT_EQ(of_five[0].actor, 7);
    EXPECT_TRUE(of_five[0].is_public);
    EXPECT_EQ(of_five[0].data, R"({"a":1})");
    database().read([&](db::Tx& tx) {
        EXPECT_TRUE(events::last_of(tx, agency, "case", 5, "case.noted"));
        EXPECT_FALSE(events::last_of(tx, agency, "case", 5, "case.closed"));
        EXPECT_FALSE(events::last_of(tx, AgencyId{2}, "case", 5, "case.noted"));
    });
}

TEST_P(Subscribing, what_it_does_not_follow_is_passed_over) {
    Subscriber picky = writes_down;
    picky.follows = [](std::string_view kind) { return kind == "case.closed"; };
    auto add = [&](std::int64_t subject, const char* kind) {
        database().write([&](db::Tx& tx) {
            (void)events::append(tx, ids, agency,
                                 {.subject_kind = "case",
                                  .subject = subject,
                                  .kind = kind,
                                  .at = time,
                                  .actor_kind = "system",
                                  .is_public = true,
                                  .data = "{}"});
        });
    };
    events::Sequencer sequencer(database(), [this] { return time; }, "here");
    for (int i = 1; i <= 1'200; ++i)
        add(i, i == 3 || i == 1'150 ? "case.closed" : "case.noted");
    while (sequencer.number(agency) > 0) {
    }
    int turns = 0;
    while (events::deliver(database(), agency, picky).value() > 0)
        ASSERT_LT(++turns, 100);
    EXPECT_EQ(seen(), (std::vector<std::int64_t>{3, 1'150}));
    EXPECT_EQ(events::deliver(database(), agency, picky).value(), 0);
    // One that lags behind many it does not follow is soon with the others.
    EXPECT_LT(turns, 8);
}

TEST_P(Subscribing, each_event_comes_once_and_in_order_over_restarts) {
    for (int i = 1; i <= 5; ++i)
        append(i);
    EXPECT_EQ(events::Feed(parts({writes_down})).turn(), 10);
    append(6);
    fresh().reopen();
    events::Feed again(parts({writes_down}));
    EXPECT_EQ(again.turn(), 2);
    EXPECT_EQ(again.turn(), 0);
    EXPECT_EQ(seen(), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
}

TEST_P(Subscribing, an_event_that_fails_comes_again_and_stops_no_other_subscriber) {
    int wanted = 2; // how often event 3 fails
    int tries = 0;
    std::vector<std::int64_t> others;
    const Subscriber stumbles{"stumbles",
                              [&](db::Tx& tx, AgencyId a, const Stored& event) -> base::Result<void> {
                                  if (event.subject == 3 && tries++ < wanted) {
                                      if (tries == 1) throw std::runtime_error("broken");
                                      return base::fail(base::Kind::unavailable, "test.later");
                                  }
                                  return writes_down.handle(tx, a, event);
                              }};
    const Subscriber other{"other", [&](db::Tx&, AgencyId, const Stored& event) -> base::Result<void> {
                               others.push_back(event.subject);
                               return {};
                           }};
    for (int i = 1; i <= 4; ++i)
        append(i);
    events::Feed feed(parts({stumbles, other}));
    feed.turn();
    EXPECT_TRUE(seen().empty());
    EXPECT_EQ(others, (std::vector<std::int64_t>{1, 2, 3, 4}));
    feed.turn();
    EXPECT_EQ(tries, 1) << "it waits before it tries again";
    for (int i = 0; i < 10; ++i) {
        time += std::chrono::minutes(2);
        feed.turn();
    }
    EXPECT_EQ(seen(), (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST_P(Subscribing, two_nodes_share_a_cursor) {
    for (int i = 1; i <= 60; ++i)
        append(i);
    events::Feed(parts({})).turn();
    const auto other = GetParam() == db::Engine::postgres ? db::testing::opened(fresh().where()) : nullptr;
    {
        std::vector<std::jthread> nodes;
        for (db::Database* node : {&database(), other ? other.get() : &database()})
            nodes.emplace_back([&, node] {
                for (auto count = events::deliver(*node, agency, writes_down, 5); count && *count > 0;
                     count = events::deliver(*node, agency, writes_down, 5)) {
                }
            });
    }
    EXPECT_EQ(seen().size(), 60) << "a second delivery would break the primary key";
}

TEST_P(Subscribing, whoever_watches_is_told_soon_after_the_commit) {
    auto with_thread = parts({});
    with_thread.poll = std::chrono::seconds(10); // only the signal can be this fast
    events::Feed feed(std::move(with_thread));
    std::mutex mutex;
    std::condition_variable changed;
    std::int64_t last = 0;
    const auto watching = feed.watch([&](AgencyId, std::int64_t position) {
        {
            const std::lock_guard lock(mutex);
            last = position;
        }
        changed.notify_one();
    });
    feed.start();
    append(1);
    append(2);
    {
        std::unique_lock lock(mutex);
        EXPECT_TRUE(changed.wait_for(lock, std::chrono::seconds(5), [&] { return last == 2; }));
    }
    feed.stop();
}

} // namespace
