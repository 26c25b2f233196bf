#include "cases/testing.h"
#include "cases/visibility.h"
#include "deadlines/happening.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace cases {
namespace {

using staff::Role;

constexpr std::size_t steps = 1'000; // in each run; 100,000 in the 100 of the whole ./test

const deadlines::Calendar& calendar() {
    static const deadlines::Calendar shipped = deadlines::shipped_calendar(base::Zone::wib);
    return shipped;
}

/// How often each state was entered, in all runs: a walk that never gets anywhere proves nothing.
std::map<State, int>& entered() {
    static std::map<State, int> counts;
    return counts;
}

/// A case that lives through whatever comes, with everything that must hold checked at each step.
class Life {
public:
    explicit Life(std::uint32_t fate) {
        seed_ = testing::pothole();
        const Case opened = seed_;
        constexpr Kind kinds[] = {Kind::complaint,    Kind::complaint,           Kind::question,
                                  Kind::appreciation, Kind::information_request, Kind::whistleblowing};
        constexpr IdentityMode modes[] = {IdentityMode::public_, IdentityMode::anonim, IdentityMode::rahasia};
        Received received;
        received.code = opened.code;
        received.kind = kinds[fate % std::size(kinds)];
        received.topic = opened.topic;
        received.urgency = opened.urgency;
        received.office = opened.office;
        received.area = opened.area;
        received.identity_mode = modes[fate / 8 % std::size(modes)];
        received.visibility = fate / 32 % 4 == 0 ? Visibility::private_ : Visibility::public_;
        received.account = opened.account;
        received.identity = opened.identity;
        received.title = opened.title;
        happened({now_, Party::reporter, {}, received});
    }

    void step(std::uint32_t fate) {
        now_ += std::chrono::minutes(fate % 600);
        const auto names = base::codes<CommandName>;
        const Command command = command_for(names[fate / 7 % names.size()].value, fate);
        const Actor actor = actor_for_fate(fate / 131);
        Setting setting = testing::setting();
        setting.contest_until = fate / 5 % 3 == 0 ? std::nullopt : std::optional(now_ + std::chrono::days{1});

        const auto events = decide(case_, command, actor, now_, setting);
        check_offers(command, actor, setting, events);
        const auto again = decide(case_, command, actor, now_, setting);
        RC_ASSERT(events.has_value() == again.has_value());
        if (!events) return;
        RC_ASSERT(*events == *again);
        const Case before = case_;
        for (const Event& event : *events)
            happened(named(event));
        check_move(before, command, actor);
    }

    void check_replay() const {
        Case seed = seed_;
        RC_ASSERT(replay(seed, events_) == case_);
    }

    /// What is answered was reported, and what the reporter answers was asked: each in this case, before it.
    void check_answers() const {
        bool is_received = false, is_asked = false;
        for (const Event& event : events_) {
            RC_ASSERT(std::holds_alternative<Received>(event.body) != is_received);
            is_received = true;
            if (std::holds_alternative<QuestionAsked>(event.body)) is_asked = true;
            if (!std::holds_alternative<ReporterAnswered>(event.body)) continue;
            RC_ASSERT(is_asked);
            is_asked = false;
        }
    }

private:
    static Command command_for(CommandName name, std::uint32_t fate) {
        if (name == CommandName::resolve) {
            if (fate % 3 == 0) return Resolve{};
            return Resolve{fate % 3 == 1 ? testing::photo() : testing::answer()};
        }
        if (name == CommandName::verify && fate % 2 == 0) return Verify{};
        if (name == CommandName::verify) {
            Verify verify;
            verify.public_text = "Lubang KATA";
            return verify;
        }
        return testing::complete(name);
    }
    static Actor actor_for_fate(std::uint32_t fate) {
        if (fate % 4 == 0) return reporter();
        if (fate % 11 == 1) return house();
        if (fate % 3 != 0)
            return testing::staff_with({Role::operator_, Role::coordinator, Role::field_officer});
        const auto roles = base::codes<Role>;
        return testing::staff_as(roles[fate / 13 % roles.size()].value);
    }

    void check_offers(const Command& command, const Actor& actor, const Setting& setting,
                      const base::Result<std::vector<Event>>& events) const {
        // Reporters join while they report, and the house carries a fix over: no button for either.
        const bool is_without_button =
            (std::holds_alternative<Join>(command) && actor.party == Party::reporter) ||
            (std::holds_alternative<Resolve>(command) && actor.party == Party::system);
        if (is_without_button) return;
        const auto offered = available(case_, actor, now_, setting);
        const bool is_offered = std::ranges::find(offered, name_of(command)) != offered.end();
        const bool is_refused = !events && (events.error().code == "office.not_yours" ||
                                            events.error().code == "case.wrong_state");
        RC_ASSERT(is_offered == !is_refused);
    }

    void check_move(const Case& before, const Command& command, const Actor& actor) const {
        if (case_.state == State::resolved && before.state != State::resolved) {
            const auto* resolve = std::get_if<Resolve>(&command);
            RC_ASSERT(resolve != nullptr);
            RC_ASSERT(resolve->proof.has_value());
            const auto demanded = demanded_proof(before.kind, proof::ProofKind::photo, resolve->proof->kind);
            RC_ASSERT(proof::check(demanded, *resolve->proof).has_value());
        }
        if (before.state == State::closed && case_.state != State::closed) {
            RC_ASSERT(actor.party == Party::reporter);
            RC_ASSERT(name_of(command) == CommandName::contest);
        }
        RC_ASSERT((case_.state == State::awaiting_reporter) == case_.state_before.has_value());
        RC_ASSERT(case_.received_at == before.received_at);
        RC_ASSERT(case_.version >= before.version);
        RC_ASSERT(!case_.public_text || may_publish_words(case_));
    }

    void happened(const Event& event) {
        case_ = events_.empty() ? evolve(seed_, event) : evolve(case_, event);
        events_.push_back(event);
        ++entered()[case_.state];
        check_public(event);
        check_deadlines(event);
    }

    /// The rule knows no incidents: who carries the command out names them.
    static Event named(Event event) {
        if (auto* merged = std::get_if<Merged>(&event.body)) {
            merged->incident = IncidentId{7};
            merged->gone = IncidentId{8};
        }
        if (auto* unmerged = std::get_if<Unmerged>(&event.body)) {
            unmerged->with = "TGP-1111-1111";
            unmerged->incident = IncidentId{7};
            unmerged->again = IncidentId{8};
        }
        return event;
    }

    void check_public(const Event& event) const {
        const auto data = to_data(case_, event.body);
        const std::string open = boost::json::serialize(data.at("public"));
        RC_ASSERT(open.find("KATA") == std::string::npos);
        RC_ASSERT(open.find("987654321") == std::string::npos); // who reported, anonim or not
        RC_ASSERT(open.find("hash-of-the-link") == std::string::npos);
        if (case_.kind == Kind::whistleblowing) RC_ASSERT(!is_public(case_, event.body));
        const auto read = read_body(kind_of(event.body), data);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == event.body);
    }

    void check_deadlines(const Event& event) {
        static const deadlines::Profile& profile = **deadlines::shipped_profiles().in_force(
            "sp4n-lapor", base::local_day(testing::now, base::Zone::wib));
        const auto changes =
            deadlines::follow({"case", 1}, {.event = happening_of(event.body), .at = event.at}, profile,
                              deadlines::shipped_profiles(), clocks_, calendar());
        for (const auto& changed : changes.changed) {
            auto& row = *std::ranges::find(clocks_, changed.name, &deadlines::Deadline::name);
            if (row.name != "silence") {
                RC_ASSERT(changed.started_at == row.started_at);
                // Only time spent waiting for the reporter moves a due time; never a contest, never a move.
                const bool may_move = std::holds_alternative<ReporterAnswered>(event.body);
                RC_ASSERT(changed.due_at == row.due_at || (may_move && changed.due_at > row.due_at));
            }
            row = changed;
        }
        for (const auto& started : changes.started)
            clocks_.push_back(started);
    }

    base::Time now_ = testing::now;
    Case seed_;
    Case case_;
    std::vector<Event> events_;
    std::vector<deadlines::Deadline> clocks_;
};

TEST(LifecycleProperty, a_case_keeps_its_promises_whatever_is_tried) {
    int runs = 0;
    EXPECT_TRUE(rc::check("a case keeps its promises", [&] {
        const auto fates = *rc::gen::container<std::vector<std::uint32_t>>(
            steps, rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
        Life life(fates.front());
        for (std::uint32_t fate : fates)
            life.step(fate);
        life.check_replay();
        life.check_answers();
        ++runs;
    }));
    for (const auto& [state, code] : base::codes<State>) // the walk went through every state
        EXPECT_GT(entered()[state], runs / 5) << code;
}

} // namespace
} // namespace cases
