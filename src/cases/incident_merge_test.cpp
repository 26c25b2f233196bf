#include "cases/incident_merge_actions.h"
#include "cases/search_actions.h"
#include "cases/tally_actions.h"
#include "deadlines/deadline_actions.h"
#include "incident_world.h"
#include "items/item_actions.h"

namespace cases {
namespace {

using testing::answer;
using testing::pavement;

class IncidentMerging : public testing::IncidentWorld {
protected:
    /// An incident of that many cases; the first of them.
    std::vector<Case> thing(int cases, double urgency = 0) {
        std::vector<Case> out{open(pavement, "Jalan Mangga gang 3", urgency)};
        for (int i = 1; i < cases; ++i) {
            out.push_back(open(pavement, "Jalan Mangga gang 3", urgency));
            done(out.back(), Join{out.front().code});
        }
        return out;
    }
    static Merge with(const Case& other) {
        return {.with = other.code, .reason = "jembatan yang sama", .cases = {}};
    }
    std::string refusal(const Case& c, const Command& command) {
        auto result = tried(c, command, everyone());
        return result ? std::string() : result.error().code;
    }
    std::vector<deadlines::Deadline> clocks(const Case& c) {
        return read([&](db::Tx& tx) { return deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}); });
    }
    std::vector<CaseId> members(const Case& c) {
        return read([&](db::Tx& tx) { return together_with(tx, c.agency, c.id); });
    }
    template <class Body_> Body_ told(const Case& c) {
        const auto kind = kind_of(Body_{});
        const auto stored = read(
            [&](db::Tx& tx) { return events::last_of(tx, c.agency, "case", c.id.value, std::string(kind)); });
        return std::get<Body_>(read_body(stored->kind, base::json::parse(stored->data).value()).value());
    }
};
DB_TEST_ON_EACH_ENGINE(IncidentMerging);

TEST_P(IncidentMerging, makes_one_of_two_and_changes_no_case) {
    const auto a = thing(2), b = thing(3);
    const auto kept = incident(a[0])->id, gone = incident(b[0])->id;
    std::vector<std::pair<Case, std::vector<deadlines::Deadline>>> before;
    for (const auto& all : {a, b})
        for (const auto& c : all)
            before.emplace_back(now(c), clocks(c));
    done(a[0], with(b[1]));
    EXPECT_EQ(incident(b[2])->id, kept);
    EXPECT_EQ(incident(b[2])->cases, 5);
    EXPECT_EQ(incident(b[2])->people, 5);
    for (const auto& [c, running] : before) {
        EXPECT_EQ(now(c), c) << "its reporter, its channel, its state";
        EXPECT_EQ(clocks(c), running) << "and its deadlines";
        EXPECT_EQ(count(c, "case.merged"), 1) << "each tells that it belongs to more";
    }
    const auto said = told<Merged>(b[0]);
    EXPECT_EQ(said.with, a[0].code);
    EXPECT_EQ(said.reason, "jembatan yang sama");
    EXPECT_EQ(said.incident, kept);
    EXPECT_EQ(said.gone, gone);
    EXPECT_EQ(said.cases, 3);
    EXPECT_EQ(told<Merged>(a[1]).with, b[1].code);
    EXPECT_EQ(read([&](db::Tx& tx) { return incident_now(tx, w().agency, gone); })->id, kept)
        << "its address leads to the other";
}

TEST_P(IncidentMerging, is_taken_back_as_if_it_had_never_been) {
    const auto a = thing(2), b = thing(3);
    const auto of_a = incident(a[0]), of_b = incident(b[0]);
    const auto with_a = members(a[0]), with_b = members(b[0]);
    done(a[0], with(b[0]));
    done(b[2], Unmerge{"ternyata dua jembatan"});
    EXPECT_EQ(incident(a[0]), of_a);
    EXPECT_EQ(incident(b[0]), of_b) << "the same id: its old address is its own again";
    EXPECT_EQ(members(a[0]), with_a);
    EXPECT_EQ(members(b[0]), with_b);
    for (const auto& all : {a, b})
        for (const auto& c : all)
            EXPECT_EQ(count(c, "case.unmerged"), 1);
    EXPECT_EQ(told<Unmerged>(a[1]).reason, "ternyata dua jembatan");
    EXPECT_EQ(told<Unmerged>(a[1]).with, b[0].code);
    EXPECT_EQ(told<Unmerged>(b[2]).with, a[0].code) << "also where the command was given";
    EXPECT_EQ(read([&](db::Tx& tx) { return incident_now(tx, w().agency, of_b->id); })->id, of_b->id);
    EXPECT_EQ(refusal(a[0], Unmerge{"lagi"}), "incident.not_merged");
    const auto history = read([&](db::Tx& tx) { return mergings_of(tx, w().agency, of_a->id, 10); });
    ASSERT_EQ(history.size(), 1U);
    EXPECT_FALSE(history[0].stands());
    EXPECT_EQ(history[0].by, StaffId{5});
    EXPECT_EQ(history[0].undone_by, StaffId{5});
    EXPECT_EQ(count_tally_errors(database(), w().ids, *directory_), 0);
}

TEST_P(IncidentMerging, is_not_taken_back_once_something_changed) {
    const auto late = open();
    {
        const auto a = thing(2), b = thing(2);
        done(a[0], with(b[0]));
        done(late, Join{a[0].code});
        EXPECT_EQ(refusal(a[0], Unmerge{"x"}), "incident.changed_since") << "another came";
        done(late, Separate{a[0].code});
        EXPECT_EQ(refusal(a[0], Unmerge{"x"}), "") << "and left again: as it was";
    }
    {
        const auto a = thing(2), b = thing(2);
        done(a[0], with(b[0]));
        done(b[1], Separate{b[0].code});
        EXPECT_EQ(refusal(a[0], Unmerge{"x"}), "incident.changed_since") << "one left";
    }
    {
        auto a = thing(2), b = thing(2);
        done(a[0], with(b[0]));
        done(assigned(a[0]), Resolve{answer()});
        carry(a[0]);
        EXPECT_EQ(refusal(a[0], Unmerge{"x"}), "incident.changed_since") << "one fix solved all of it";
        EXPECT_EQ(incident(b[0])->cases, 4) << "and it stays one";
    }
}

TEST_P(IncidentMerging, one_behind_the_other_are_taken_back_in_turn) {
    const auto a = thing(2), b = thing(2), c = thing(2);
    const auto of_b = incident(b[0])->id, of_c = incident(c[0])->id;
    done(b[0], with(c[0]));
    done(a[0], with(b[0]));
    EXPECT_EQ(incident(c[0])->cases, 6);
    auto leads_to = [&](IncidentId id) {
        return read([&](db::Tx& tx) { return incident_now(tx, w().agency, id); })->id;
    };
    EXPECT_EQ(leads_to(of_c), incident(a[0])->id) << "two steps on";
    EXPECT_EQ(
        read([&](db::Tx& tx) { return gone_into(tx, w().agency, incident_of(tx, w().agency, a[0].id)->id); }),
        (std::vector<IncidentId>{of_b, of_c}));
    done(a[0], Unmerge{"x"});
    EXPECT_EQ(leads_to(of_c), of_b);
    EXPECT_EQ(incident(b[0])->cases, 4);
    done(b[0], Unmerge{"y"});
    EXPECT_EQ(leads_to(of_c), of_c);
}

TEST_P(IncidentMerging, that_cannot_be_says_why) {
    const auto a = thing(2), b = thing(2);
    const auto alone = open();
    EXPECT_EQ(refusal(a[0], with(alone)), "incident.none");
    EXPECT_EQ(refusal(alone, with(a[0])), "incident.none");
    EXPECT_EQ(refusal(alone, Unmerge{"x"}), "incident.none");
    EXPECT_EQ(refusal(a[0], with(a[1])), "case.joined_already");
    EXPECT_EQ(refusal(a[0], Merge{.with = "TGP-0000-0000", .reason = "x", .cases = {}}), "case.not_found");
    EXPECT_EQ(refusal(a[0], Merge{.with = b[0].code, .reason = "x", .cases = 3}), "incident.changed_since")
        << "its author saw three come over, and there are two";
    EXPECT_EQ(refusal(a[0], Merge{.with = b[0].code, .reason = {}, .cases = {}}), "case.needs_reason");
    EXPECT_EQ(tried(a[0], with(b[0]), {.party = Party::staff, .staff = StaffId{6}, .roles = {}}).error().code,
              "office.not_yours");
    EXPECT_EQ(incident(a[0])->cases, 2) << "nothing of that changed anything";
    EXPECT_EQ(refusal(a[0], Merge{.with = base::to_string(incident(b[0])->id), .reason = "x", .cases = 2}),
              "")
        << "an incident is named by its own id too";
}

TEST_P(IncidentMerging, takes_a_right_on_both_sides) {
    const auto a = thing(2);
    const staff::Principal there{.agency = w().agency,
                                 .staff = StaffId{5},
                                 .name = "Sari",
                                 .roles = {{staff::Role::operator_, w().south}},
                                 .account = {}};
    const staff::Principal elsewhere{.agency = w().agency,
                                     .staff = StaffId{6},
                                     .name = "Tono",
                                     .roles = {{staff::Role::operator_, w().west}},
                                     .account = {}};
    const auto id = incident(a[0])->id;
    auto may = [&](const staff::Principal& person) {
        return read([&](db::Tx& tx) { return may_work_on(tx, *directory_, person, id); });
    };
    EXPECT_TRUE(may(there));
    EXPECT_EQ(may(elsewhere).error().code, "incident.not_yours");
    EXPECT_EQ(may(elsewhere).error().kind, base::Kind::forbidden);
    const auto acts = read([&](db::Tx& tx) { return case_to_act_on(tx, *directory_, there, id); });
    EXPECT_EQ(acts->id, a[0].id);
    EXPECT_FALSE(read([&](db::Tx& tx) { return case_to_act_on(tx, *directory_, elsewhere, id); }));
}

TEST_P(IncidentMerging, lets_one_fix_prove_all_and_each_reporter_be_told_once) {
    const auto a = thing(2), b = thing(2);
    done(a[0], with(b[0]));
    done(assigned(a[0]), Resolve{answer()});
    carry(a[0], 2);
    for (const auto& all : {a, b})
        for (const auto& c : all) {
            EXPECT_EQ(now(c).state, State::resolved);
            EXPECT_EQ(count(c, "case.resolved"), 1);
        }
}

TEST_P(IncidentMerging, counts_people_once_and_raises_the_priority_of_all) {
    const double below = directory_->agency().emergency_from - 0.08;
    const auto a = thing(2, below), b = thing(2, below);
    auto is_urgent = [&](const Case& c) {
        return read([&](db::Tx& tx) { return find_standing(tx, c.agency, c.id); }).has(Mark::urgent);
    };
    EXPECT_FALSE(is_urgent(a[1]));
    const int both = read([&](db::Tx& tx) {
        return people_of_both(tx, w().agency, incident_of(tx, w().agency, a[0].id)->id,
                              incident_of(tx, w().agency, b[0].id)->id);
    });
    EXPECT_EQ(both, 4) << "what the preview says";
    done(a[0], with(b[0]));
    EXPECT_EQ(incident(a[0])->people, both);
    for (const auto& all : {a, b})
        for (const auto& c : all)
            EXPECT_TRUE(is_urgent(c)) << "four people, wherever they reported first";
    done(b[0], Unmerge{"x"});
    for (const auto& all : {a, b})
        for (const auto& c : all)
            EXPECT_FALSE(is_urgent(c));
    EXPECT_EQ(count_tally_errors(database(), w().ids, *directory_), 0);
}

TEST_P(IncidentMerging, takes_doubts_along_and_back) {
    const auto a = thing(2);
    auto b = thing(2);
    done(assigned(b[0]), Resolve{answer()});
    carry(b[0]);
    tried(b[1], Contest{.words = "Belum", .photos = {}}, reporter()).value();
    const auto of_a = incident(a[0])->id, of_b = incident(b[0])->id;
    auto doubts = [&](IncidentId id) {
        return read([&](db::Tx& tx) { return doubts_of(tx, w().agency, id); }).size();
    };
    EXPECT_EQ(doubts(of_b), 1U);
    done(a[0], with(b[0]));
    EXPECT_EQ(doubts(of_a), 1U) << "it waits for a look at what the incident is now";
    done(a[0], Unmerge{"x"});
    EXPECT_EQ(doubts(of_a), 0U);
    EXPECT_EQ(doubts(of_b), 1U);
}

} // namespace
} // namespace cases
