// People on one case against the database: in turns, so that each step can be judged, and on threads of their
// own, so that the engine has to.
#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "cases/interleaving.h"
#include "cases/rebuild_actions.h"
#include "cases/tally_actions.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "events/sequencer.h"
#include "staff_world.h"
#include "world.h"

#include <rapidcheck.h>

#include <atomic>
#include <barrier>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

namespace cases {
namespace {

using testing::Draft;
using testing::Fate;
using testing::Try;

bool is_long_run() {
    return std::getenv("TANGGAP_LONG") != nullptr;
}

class TwoPeople : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                const agency::Change change{.ids = world_.ids, .now = world_.now};
                for (const char* code : {"trotoar", "loket"}) {
                    auto topic = agency::put_topic(tx, change, world_.agency,
                                                   {.code = code,
                                                    .name_id = code,
                                                    .name_en = code,
                                                    .proof = std::string_view(code) == "loket"
                                                                 ? agency::ProofKind::answer
                                                                 : agency::ProofKind::photo,
                                                    .profile = {},
                                                    .words = {}});
                    if (!topic) return topic;
                }
                return {};
            })
            .value();
        world_.directories.changed();
        directory_ = *world_.directories.of(world_.agency);
        names_ = {.topic = "trotoar",
                  .other_topic = "loket",
                  .area = "31.74.01.1002",
                  .office = world_.south,
                  .other_office = world_.west};
    }

    Case open(Fate& fate) {
        return database()
            .write([&](db::Tx& tx) {
                NewCase wanted;
                wanted.topic = names_.topic;
                wanted.area = names_.area;
                wanted.identity_mode = IdentityMode::anonim;
                wanted.identity = people::IdentityId{987'654'321};
                wanted.account = agency::AccountId{61};
                wanted.secret_hash = "hash-of-the-link";
                wanted.proposed_text = testing::words(fate);
                wanted.received_at = world_.now;
                return open_case(tx, context(world_.now), wanted);
            })
            .value();
    }
    Context context(base::Time now) { return context_for(*directory_, world_.ids, random_, now); }
    Case row(const Case& c) {
        return *database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }

    static Event event_of(const events::Stored& stored) {
        const auto data = base::json::parse(stored.data).value();
        return {.at = stored.at,
                .by = base::from_code<Party>(stored.actor_kind).value(),
                .staff = stored.actor ? StaffId{*stored.actor} : StaffId{},
                .body = read_body(stored.kind, data).value()};
    }
    static std::vector<events::Stored> timeline(db::Tx& tx, const Case& c) {
        return events::timeline(tx, c.agency, "case", c.id.value);
    }
    std::map<std::string, deadlines::Deadline> clocks(db::Tx& tx, const Case& c) {
        std::map<std::string, deadlines::Deadline> out;
        for (auto& each : deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}))
            out.emplace(each.name, each);
        return out;
    }

    /// The command in one unit of work, with what it did there. Each try has a moment of its own, by which
    /// its events are known again. Gives what a contest did to a deadline in `broken`.
    Try send(const Draft& draft, const Actor& actor, std::string* broken = nullptr) {
        Try t{.which = draft.which,
              .at = world_.now + std::chrono::milliseconds(++tries_),
              .actor = actor,
              .command = draft.command,
              .version = draft.version,
              .before = {},
              .happened = {}};
        t.after = database().write([&](db::Tx& tx) -> base::Result<Case> {
            t.happened.clear();
            t.before = *case_of_id(tx, draft.seen.agency, draft.seen.id);
            const auto clocks_before = clocks(tx, draft.seen);
            auto done = act(tx, context(t.at), draft.seen, actor, draft.command, draft.version);
            for (const auto& stored : timeline(tx, draft.seen))
                if (stored.at == t.at) t.happened.push_back(event_of(stored));
            if (done && broken && name_of(draft.command) == CommandName::contest)
                for (const auto& [name, clock] : clocks(tx, draft.seen))
                    if (const auto old = clocks_before.find(name);
                        name != "silence" && old != clocks_before.end() &&
                        (old->second.due_at != clock.due_at || old->second.started_at != clock.started_at))
                        *broken = "contest moved the deadline " + name;
            return done;
        });
        return t;
    }

    /// What must hold of a case at the end of all tries; empty, or a sentence. The case as each accepted try
    /// met it is folded from what was written before.
    std::string check(const Case& opened, std::size_t which, std::vector<Try>& tries) {
        std::map<base::Time, Try*> by_moment;
        for (Try& t : tries)
            if (t.which == which && t.after) by_moment[t.at] = &t;
        const auto told = database().read([&](db::Tx& tx) { return timeline(tx, opened); });
        Case folded = opened;
        std::set<base::Time> seen;
        for (std::size_t i = 0; i < told.size(); ++i) {
            const auto data = base::json::parse(told[i].data).value();
            if (testing::tells_too_much(boost::json::serialize(data.at("public"))))
                return told[i].kind + " says in public what it must not";
            if (i == 0) continue;
            const auto found = by_moment.find(told[i].at);
            if (found == by_moment.end() && told[i].kind != "case.escalated")
                return told[i].kind + " was written by a command that was refused";
            if (found != by_moment.end() && seen.insert(told[i].at).second) found->second->before = folded;
            folded = evolve(folded, event_of(told[i]));
        }
        if (seen.size() != by_moment.size()) return "an accepted command has no event";
        const bool is_redacted =
            std::ranges::find(told, "case.redacted", &events::Stored::kind) != told.end();
        std::vector<testing::Rise> rises;
        for (const auto& [at, t] : by_moment) {
            const auto words = is_redacted ? testing::Words::redacted : testing::Words::kept;
            if (auto broken = testing::broken_promise(*t, words); !broken.empty()) return broken;
            rises.push_back({t->before.version, t->after->version});
        }
        const Case now = row(opened);
        if (auto lost = testing::lost_update(std::move(rises), opened.version, now.version); !lost.empty())
            return lost;
        return folded == now ? std::string() : "folding the events does not give the row";
    }

    /// After all deadlines passed and the ladders climbed: rows, deadlines and counts are what the events
    /// say.
    void check_projections() {
        world_.now += std::chrono::hours(24 * 200);
        cross_deadlines(database(), *directory_, world_.ids, world_.now);
        climb_ladders(database(), *directory_, world_.ids, random_, world_.now);
        events::Sequencer sequencer(database(), [this] { return world_.now; }, "here");
        while (sequencer.number(world_.agency) > 0) {
        }
        std::string wrong;
        const auto checked =
            check_rebuild(database(), world_.agency, [&](const std::string& line) { wrong += line + "\n"; });
        EXPECT_EQ(wrong, "");
        EXPECT_GE(checked.cases, 100);
        EXPECT_GT(checked.events, 300);
        EXPECT_EQ(count_tally_errors(database(), world_.ids, *directory_), 0);
    }

    std::atomic<int> tries_ = 0;
    staff::testing::World world_{database()};
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    testing::Names names_;
};
DB_TEST_ON_EACH_ENGINE(TwoPeople);

TEST_P(TwoPeople, in_turns_on_few_cases_lose_nothing) {
    // Each run is one interleaving, or a hundred of them: 10,000 in the 100 of a long run.
    const std::size_t interleavings = is_long_run() ? 100 : 1;
    constexpr std::size_t turns = 20;
    std::map<std::string, int> outcomes;
    int runs = 0;
    const bool held = rc::check("people in turns on few cases", [&] {
        const auto seeds = *rc::gen::container<std::vector<std::uint32_t>>(
            interleavings, rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
        for (const std::uint32_t seed : seeds) {
            Fate fate(seed);
            std::vector<Case> opened(1 + fate.below(2));
            for (auto& c : opened)
                c = open(fate);
            std::vector<std::pair<Actor, std::optional<Draft>>> people(2 + fate.below(3));
            for (auto& person : people)
                person.first = testing::somebody_of(fate);
            std::vector<Try> tries;
            std::string broken;
            for (std::size_t turn = 0; turn < turns; ++turn) {
                auto& [actor, draft] = people[fate.below(static_cast<std::uint32_t>(people.size()))];
                if (draft) {
                    tries.push_back(send(*draft, actor, &broken));
                    if (broken.empty()) broken = testing::broken_promise(tries.back());
                    ++outcomes[tries.back().after ? "done" : tries.back().after.error().code];
                    draft.reset();
                } else {
                    const std::size_t which = fate.below(static_cast<std::uint32_t>(opened.size()));
                    draft = testing::drafted(which, row(opened[which]), actor, names_, fate);
                }
            }
            for (std::size_t which = 0; which < opened.size() && broken.empty(); ++which)
                broken = check(opened[which], which, tries);
            if (!broken.empty()) RC_FAIL(broken);
        }
        ++runs;
    });
    EXPECT_TRUE(held);
    check_projections();
    EXPECT_GT(outcomes["done"], runs);
    EXPECT_GT(outcomes["case.changed_meanwhile"], runs / 5);
}

TEST_P(TwoPeople, at_once_on_threads_of_their_own_lose_nothing) {
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Fate fate(seed);
    const std::size_t turns = is_long_run() ? 1'000 : 40;
    std::vector<Case> opened;
    for (int i = 0; i < 2; ++i)
        opened.push_back(open(fate));
    std::vector<std::vector<Try>> tries(4);
    std::barrier begin(4);
    std::vector<std::jthread> threads;
    for (std::size_t person = 0; person < tries.size(); ++person)
        threads.emplace_back([&, person] {
            Fate own(seed + static_cast<std::uint32_t>(person) + 1);
            begin.arrive_and_wait();
            for (std::size_t turn = 0; turn < turns; ++turn) {
                const Actor actor = testing::somebody_of(own);
                const std::size_t which = own.below(2);
                const auto draft = testing::drafted(which, row(opened[which]), actor, names_, own);
                tries[person].push_back(send(draft, actor));
            }
        });
    threads.clear();
    std::vector<Try> all;
    for (auto& some : tries)
        std::ranges::move(some, std::back_inserter(all));
    EXPECT_GT(std::ranges::count_if(all, [](const Try& t) { return t.after.has_value(); }), 10);
    for (std::size_t which = 0; which < opened.size(); ++which)
        EXPECT_EQ(check(opened[which], which, all), "");
}

TEST_P(TwoPeople, with_the_same_form_one_gets_through_and_the_other_reads_why) {
    Fate fate(1);
    const Actor desk = testing::staff_with({staff::Role::operator_, staff::Role::coordinator});
    for (int round = 0; round < 15; ++round) {
        const Case c = open(fate);
        const Draft forms[] = {
            {.which = 0,
             .seen = c,
             .command = Verify{.kind = {}, .topic = {}, .area = {}, .no_place = {}, .public_text = "Ubin"},
             .version = c.version},
            {.which = 0, .seen = c, .command = Archive{ArchiveReason::spam}, .version = c.version}};
        std::vector<Try> tries(2);
        std::barrier begin(2);
        {
            std::jthread first([&] {
                begin.arrive_and_wait();
                tries[0] = send(forms[0], desk);
            });
            std::jthread second([&] {
                begin.arrive_and_wait();
                tries[1] = send(forms[1], desk);
            });
        }
        ASSERT_NE(tries[0].after.has_value(), tries[1].after.has_value());
        EXPECT_EQ(tries[tries[0].after ? 1 : 0].after.error().code, "case.changed_meanwhile");
        EXPECT_EQ(check(c, 0, tries), "");
    }
}

TEST_P(TwoPeople, a_case_that_climbs_while_it_is_worked_on_keeps_both) {
    Fate fate(2);
    const Actor desk = testing::staff_with({staff::Role::operator_, staff::Role::coordinator});
    std::vector<Case> opened;
    for (int round = 0; round < 15; ++round)
        opened.push_back(open(fate));
    world_.now += std::chrono::hours(73);
    for (const Case& c : opened) {
        const auto due = database().read([&](db::Tx& tx) { return clocks(tx, c).at("resolve").due_at; });
        std::vector<Try> tries(1);
        bool climbed = false;
        std::barrier begin(2);
        {
            std::jthread worker([&] {
                begin.arrive_and_wait();
                tries[0] = send({.which = 0,
                                 .seen = c,
                                 .command = Assign{.office = world_.west, .person = {}},
                                 .version = c.version},
                                desk);
            });
            std::jthread sweep([&] {
                begin.arrive_and_wait();
                climbed =
                    database()
                        .write([&](db::Tx& tx) {
                            return escalate(tx, context(world_.now), c.id,
                                            {.name = "resolve", .due = due, .escalated_already = false});
                        })
                        .has_value();
            });
        }
        EXPECT_TRUE(tries[0].after.has_value() && climbed);
        EXPECT_EQ(row(c).state, State::assigned);
        EXPECT_EQ(row(c).level, 1);
        EXPECT_EQ(check(c, 0, tries), "");
    }
}

} // namespace
} // namespace cases
