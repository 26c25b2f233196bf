#include "events/event_actions.h"
#include "events/sequencer.h"
#include "world.h"

#include <rapidcheck.h>

#include <atomic>
#include <map>
#include <thread>

namespace {

using base::AgencyId;
using events::Sequencer;

constexpr AgencyId first_agency{1};
constexpr AgencyId second_agency{2};
const base::Time start = base::time_from_ms(1'790'000'000'000);

struct World {
    explicit World(db::Database& database_) : database(database_) {}
    db::Database& database;
    base::Time time = start;
    base::IdSource ids{base::system_now(), 1};

    base::Now now() {
        return [this] { return time; };
    }
    events::EventId append(AgencyId agency, std::int64_t subject, bool keep = true) {
        events::EventId id;
        (void)database.write([&](db::Tx& tx) -> base::Result<void> {
            id = events::append(tx, ids, agency,
                                {.subject_kind = "case",
                                 .subject = subject,
                                 .kind = "case.noted",
                                 .at = start,
                                 .actor_kind = "system",
                                 .data = "{}"});
            if (!keep) return base::fail(base::Kind::conflict, "test.conflict");
            return {};
        });
        return id;
    }
    std::vector<std::int64_t> positions(AgencyId agency) {
        std::vector<std::int64_t> out;
        for (const auto& event :
             database.read([&](db::Tx& tx) { return events::after(tx, agency, 0, 100'000); }))
            out.push_back(event.position.value_or(-1));
        return out;
    }
};

std::vector<std::int64_t> up_to(std::int64_t last) {
    std::vector<std::int64_t> out;
    for (std::int64_t i = 1; i <= last; ++i)
        out.push_back(i);
    return out;
}

class Sequencing : public db::testing::OnEachEngine {
protected:
    World world{database()};
};
DB_TEST_ON_EACH_ENGINE(Sequencing);

TEST_P(Sequencing, numbers_each_agency_from_one_in_order_of_ids) {
    Sequencer sequencer(database(), world.now(), "a");
    std::vector<events::EventId> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(world.append(first_agency, i));
    world.append(second_agency, 9);
    world.append(first_agency, 7, /*keep=*/false);
    EXPECT_TRUE(world.positions(first_agency).empty());
    EXPECT_EQ(sequencer.number(first_agency), 5);
    EXPECT_EQ(sequencer.number(first_agency), 0);
    EXPECT_EQ(sequencer.number(second_agency), 1);
    EXPECT_EQ(world.positions(second_agency), up_to(1));
    const auto events = database().read([](db::Tx& tx) { return events::after(tx, first_agency, 0, 100); });
    ASSERT_EQ(events.size(), 5);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(events[i].id, ids[i]);
        EXPECT_EQ(events[i].position, static_cast<std::int64_t>(i) + 1);
    }
    EXPECT_EQ(database().read([](db::Tx& tx) { return events::last_position(tx, first_agency); }), 5);
}

TEST_P(Sequencing, goes_on_in_portions) {
    Sequencer sequencer(database(), world.now(), "a");
    for (int i = 0; i < 7; ++i)
        world.append(first_agency, i);
    EXPECT_EQ(sequencer.number(first_agency, 3), 3);
    EXPECT_EQ(sequencer.number(first_agency, 3), 3);
    EXPECT_EQ(sequencer.number(first_agency, 3), 1);
    EXPECT_EQ(world.positions(first_agency), up_to(7));
}

TEST_P(Sequencing, belongs_to_the_holder_of_the_lease_until_it_ends) {
    Sequencer one(database(), world.now(), "one", std::chrono::seconds(5));
    Sequencer two(database(), world.now(), "two", std::chrono::seconds(5));
    world.append(first_agency, 1);
    EXPECT_EQ(one.number(first_agency), 1);
    world.append(first_agency, 2);
    EXPECT_EQ(two.number(first_agency), 0);
    world.time += std::chrono::milliseconds(4'999);
    EXPECT_EQ(two.number(first_agency), 0);
    world.time += std::chrono::milliseconds(1);
    EXPECT_EQ(two.number(first_agency), 1);
    world.append(first_agency, 3);
    EXPECT_EQ(one.number(first_agency), 0);
    EXPECT_EQ(two.number(first_agency), 1);
    EXPECT_EQ(world.positions(first_agency), up_to(3));
}

TEST_P(Sequencing, a_lease_of_a_clock_that_was_set_back_holds_up_nobody) {
    Sequencer before(database(), world.now(), "before", std::chrono::seconds(5));
    world.append(first_agency, 1);
    EXPECT_EQ(before.number(first_agency), 1);
    world.time -= std::chrono::hours(3); // the process ended, and the time was set right
    Sequencer after(database(), world.now(), "after", std::chrono::seconds(5));
    world.append(first_agency, 2);
    EXPECT_EQ(after.number(first_agency), 1);
    EXPECT_EQ(world.positions(first_agency), up_to(2));
}

TEST_P(Sequencing, an_event_that_commits_late_comes_after_those_seen_before) {
    // Its id is older, its commit is younger: it must not slip in before a position that somebody has read.
    Sequencer sequencer(database(), world.now(), "a");
    const auto late = world.ids.next<events::EventId>();
    world.append(first_agency, 1);
    EXPECT_EQ(sequencer.number(first_agency), 1);
    database().write([&](db::Tx& tx) {
        static constexpr db::Query<void(AgencyId, events::EventId)> insert{
            "test.insert",
            "insert into events (agency, id, subject_kind, subject, kind, at, actor_kind, is_public, "
            "data) values (:agency, :id, 'case', 2, 'case.noted', 0, 'system', 0, '{}')"};
        tx.run(insert, first_agency, late);
    });
    EXPECT_EQ(sequencer.number(first_agency), 1);
    const auto events = database().read([](db::Tx& tx) { return events::after(tx, first_agency, 1, 100); });
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events[0].id, late);
    EXPECT_EQ(events[0].position, 2);
}

TEST_P(Sequencing, stays_gapless_with_many_writers_and_many_nodes) {
    // Leases of nothing: the nodes fight for every number, as if their clocks were all wrong.
    std::atomic<bool> writing = true;
    std::atomic<std::int64_t> kept = 0;
    std::vector<std::unique_ptr<db::Database>> nodes;
    {
        std::vector<std::jthread> sequencers;
        for (int node = 0; node < 3; ++node) {
            nodes.push_back(GetParam() == db::Engine::postgres ? db::testing::opened(fresh().where())
                                                               : nullptr);
            db::Database& mine = nodes.back() ? *nodes.back() : database();
            sequencers.emplace_back([&, node] {
                Sequencer sequencer(mine, base::system_now(), "node " + std::to_string(node),
                                    base::Duration{0});
                while (writing || sequencer.number(first_agency, 7) > 0)
                    (void)sequencer.number(first_agency, 7);
            });
        }
        std::vector<std::jthread> writers;
        for (int t = 0; t < 4; ++t)
            writers.emplace_back([&, t] {
                for (int i = 0; i < 40; ++i) {
                    const bool keep = (i + t) % 4 != 0;
                    world.append(first_agency, i, keep);
                    kept += keep ? 1 : 0;
                }
            });
        writers.clear();
        writing = false;
    }
    Sequencer last(database(), base::system_now(), "last", base::Duration{0});
    while (last.number(first_agency) > 0) {
    }
    EXPECT_EQ(world.positions(first_agency), up_to(kept));
}

TEST(SequencingProperty, positions_never_move_and_have_no_gaps) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    std::int64_t agencies = 0;
    const bool holds = rc::check("positions", [&] {
        const AgencyId agency{++agencies};
        World world(*fresh);
        std::vector<Sequencer> nodes;
        for (const char* name : {"a", "b", "c"})
            nodes.emplace_back(*fresh, world.now(), name, std::chrono::seconds(1));
        std::map<std::int64_t, events::EventId> given;
        std::int64_t kept = 0;
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
        for (const int step : steps) {
            if (step < 2) {
                world.append(agency, 1, /*keep=*/step == 0);
                kept += step == 0 ? 1 : 0;
            } else if (step < 5) {
                (void)nodes[static_cast<std::size_t>(step - 2)].number(agency, 2);
            } else {
                world.time += std::chrono::milliseconds(600);
            }
            std::int64_t expected = 0;
            for (const auto& event :
                 fresh->read([&](db::Tx& tx) { return events::after(tx, agency, 0, 1000); })) {
                RC_ASSERT(event.position == ++expected);
                RC_ASSERT(given.try_emplace(expected, event.id).first->second == event.id);
            }
        }
        world.time += std::chrono::seconds(2);
        while (nodes[0].number(agency, 2) > 0) {
        }
        RC_ASSERT(world.positions(agency) == up_to(kept));
    });
    EXPECT_TRUE(holds);
}

} // namespace
