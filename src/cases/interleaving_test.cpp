#include "cases/interleaving.h"
#include "cases/visibility.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace cases {
namespace {

using testing::Draft;
using testing::Fate;
using testing::Try;

constexpr std::size_t turns = 16;          // readings and writings of one interleaving
constexpr std::size_t interleavings = 100; // in each run; 10,000 in the 100 of the whole ./test

/// How it went in all runs: a walk where nobody gets in the way of another proves nothing.
struct Tally {
    std::map<std::string, int> refused;
    std::map<State, int> entered;
    int accepted = 0;
};
Tally& tally() {
    static Tally all;
    return all;
}

/// A few cases as rows, somewhere in their lives, and commands on them as `act` does them, without a
/// database.
class Rows {
public:
    Rows(std::size_t count, Fate& fate) {
        static const std::vector<Case> usual = [] {
            std::vector<Case> out;
            for (const auto& [state, code] : base::codes<State>)
                out.push_back(testing::pothole(state));
            return out;
        }();
        constexpr Kind kinds[] = {Kind::complaint, Kind::complaint, Kind::question, Kind::appreciation};
        for (std::size_t i = 0; i < count; ++i) {
            Case c = usual[fate.below(static_cast<std::uint32_t>(usual.size()))];
            c.id = CaseId{7'001 + static_cast<std::int64_t>(i)};
            c.kind = kinds[fate.below(4)];
            c.identity_mode = fate.below(2) == 0 ? IdentityMode::anonim : IdentityMode::public_;
            opened_.push_back(c);
            rows_.push_back(c);
            events_.emplace_back();
            rises_.emplace_back();
        }
    }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const Case& read(std::size_t which) const { return rows_[which]; }

    void write(const Draft& draft, const Actor& actor, base::Time now) {
        Case& row = rows_[draft.which];
        Try t{.which = draft.which,
              .actor = actor,
              .command = draft.command,
              .version = draft.version,
              .before = row,
              .happened = {}};
        t.after = done(row, draft, actor, now, t.happened);
        const std::string broken = testing::broken_promise(t);
        if (!broken.empty()) RC_FAIL(broken);
        if (t.after) {
            for (const auto& event : t.happened) {
                events_[draft.which].push_back(event);
                const auto data = to_data(*t.after, event.body);
                RC_ASSERT(!testing::tells_too_much(boost::json::serialize(data.at("public"))));
            }
            rises_[draft.which].push_back({row.version, t.after->version});
            row = *t.after;
            ++tally().accepted;
            ++tally().entered[row.state];
        } else {
            ++tally().refused[t.after.error().code];
        }
    }

    void check() const {
        for (std::size_t which = 0; which < rows_.size(); ++which) {
            const auto lost =
                testing::lost_update(rises_[which], opened_[which].version, rows_[which].version);
            if (!lost.empty()) RC_FAIL(lost);
            RC_ASSERT(replay(opened_[which], events_[which]) == rows_[which]);
        }
    }

private:
    static base::Result<Case> done(const Case& row, const Draft& draft, const Actor& actor, base::Time now,
                                   std::vector<Event>& happened) {
        if (draft.version && *draft.version != row.version)
            return base::fail(base::Kind::conflict, "case.changed_meanwhile");
        static const Setting usual = testing::setting();
        auto events = decide(row, draft.command, actor, now, usual);
        if (!events) return base::pass(events);
        happened = *events;
        return replay(row, happened);
    }

    std::vector<Case> opened_, rows_;
    std::vector<std::vector<Event>> events_;
    std::vector<std::vector<testing::Rise>> rises_;
};

/// Two to four people on one to three cases: each turn one of them either looks at a case and makes up their
/// mind, or sends what they had in mind before.
void play(std::uint32_t seed) {
    Fate fate(seed);
    Rows rows(1 + fate.below(3), fate);
    struct Person {
        Actor actor;
        std::optional<Draft> draft = {};
    };
    std::vector<Person> people(2 + fate.below(3));
    for (auto& person : people)
        person.actor = testing::somebody_of(fate);
    base::Time now = testing::now;
    for (std::size_t turn = 0; turn < turns; ++turn) {
        now += std::chrono::minutes(fate.below(60));
        Person& person = people[fate.below(static_cast<std::uint32_t>(people.size()))];
        if (person.draft) {
            rows.write(*person.draft, person.actor, now);
            person.draft.reset();
        } else {
            const std::size_t which = fate.below(static_cast<std::uint32_t>(rows.size()));
            person.draft = testing::drafted(which, rows.read(which), person.actor, {}, fate);
        }
    }
    rows.check();
}

TEST(Interleaving, of_people_on_few_cases_loses_nothing) {
    int runs = 0;
    EXPECT_TRUE(rc::check("people on few cases", [&] {
        const auto seeds = *rc::gen::container<std::vector<std::uint32_t>>(
            interleavings, rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
        for (const std::uint32_t seed : seeds)
            play(seed);
        ++runs;
    }));
    // Every way of getting in the way was met.
    for (const char* code :
         {"case.changed_meanwhile", "case.wrong_state", "office.not_yours", "case.needs_proof"})
        EXPECT_GT(tally().refused[code], runs) << code;
    for (const auto& [state, code] : base::codes<State>)
        EXPECT_GT(tally().entered[state], runs / 5) << code;
    EXPECT_GT(tally().accepted, 100 * runs);
}

} // namespace
} // namespace cases
