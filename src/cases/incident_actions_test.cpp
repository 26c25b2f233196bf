#include "cases/beside_actions.h"
#include "cases/likeness_actions.h"
#include "cases/tally_actions.h"
#include "incident_world.h"
#include "proof/proof_actions.h"

namespace cases {
namespace {

using testing::answer;
using testing::pavement;

class Incidents : public testing::IncidentWorld {};
DB_TEST_ON_EACH_ENGINE(Incidents);

TEST_P(Incidents, joining_makes_one_thing_of_two_and_keeps_each_case) {
    const auto a = open(), b = open();
    const auto before = now(b);
    done(a, Join{b.code});
    const auto of_a = incident(a), of_b = incident(b);
    ASSERT_TRUE(of_a && of_b);
    EXPECT_EQ(of_a->id, of_b->id);
    EXPECT_EQ(of_a->cases, 2);
    EXPECT_EQ(of_a->people, 2);
    EXPECT_EQ(now(b), before) << "state, version and everything else of the row stay";
    EXPECT_EQ(count(a, "case.joined"), 1);
    EXPECT_EQ(count(b, "case.joined"), 1) << "each case tells that it belongs to something";
}

TEST_P(Incidents, a_third_case_comes_in_by_code_or_by_the_incident) {
    const auto a = open(), b = open(), c = open(), d = open();
    done(a, Join{b.code});
    done(c, Join{a.code});
    done(d, Join{base::to_string(incident(a)->id)});
    EXPECT_EQ(incident(a)->cases, 4);
    EXPECT_EQ(count(a, "case.joined"), 1) << "who is in it already joins nothing";
    const auto id = incident(a)->id;
    const auto all = read([&](db::Tx& tx) { return members_of(tx, a.agency, id, 10); });
    EXPECT_EQ(all.size(), 4U);
}

TEST_P(Incidents, what_cannot_be_joined_says_why) {
    const auto a = open(), b = open(), c = open(), d = open();
    auto code = [&](const Case& from, const std::string& with) {
        auto result = tried(from, Join{with}, everyone());
        return result ? std::string() : result.error().code;
    };
    done(a, Join{b.code});
    done(c, Join{d.code});
    EXPECT_EQ(code(a, b.code), "case.joined_already");
    EXPECT_EQ(code(a, c.code), "case.joined_elsewhere");
    EXPECT_EQ(code(a, a.code), "field.invalid");
    EXPECT_EQ(code(a, "TGP-0000-0000"), "case.not_found");
    const auto accused = done(open(), Reclassify{.kind = {},
                                                 .case_class = {},
                                                 .topic = {},
                                                 .urgency = {},
                                                 .area = {},
                                                 .conduct_office = w().south});
    EXPECT_EQ(code(open(), accused.code), "case.not_joinable");
    EXPECT_EQ(tried(a, Separate{c.code}, everyone()).error().code, "case.not_joined");
    EXPECT_EQ(incident(a)->cases, 2) << "nothing of that changed anything";
}

TEST_P(Incidents, separating_undoes_joining) {
    const auto a = open(), b = open(), c = open();
    done(a, Join{b.code});
    done(c, Join{b.code});
    done(c, Separate{b.code});
    EXPECT_FALSE(incident(c));
    EXPECT_EQ(incident(a)->cases, 2);
    EXPECT_EQ(count(c, "case.separated"), 1);
    done(a, Separate{b.code});
    EXPECT_FALSE(incident(a));
    EXPECT_FALSE(incident(b)) << "alone, it is an incident no more";
    EXPECT_EQ(count(b, "case.separated"), 1);
    done(a, Join{b.code});
    EXPECT_EQ(incident(b)->cases, 2) << "and joining undoes separating";
}

TEST_P(Incidents, one_fix_proves_all_whatever_state_they_are_in) {
    const auto a = assigned(open());
    const auto untouched = open(), known = verified(open());
    done(untouched, Join{a.code});
    done(known, Join{a.code});
    done(a, Resolve{answer()});
    carry(a, 2);
    for (const auto& c : {a, untouched, known}) {
        EXPECT_EQ(now(c).state, State::resolved);
        EXPECT_EQ(count(c, "case.resolved"), 1) << "twice is once: each reporter is told once";
        const auto rounds = read([&](db::Tx& tx) { return proof::rounds(tx, c.agency, c.id.value); });
        ASSERT_EQ(rounds.size(), 1U);
        EXPECT_EQ(rounds[0].note, answer().note);
        EXPECT_EQ(rounds[0].given_by, 5) << "who gave it, not the machine";
    }
    EXPECT_FALSE(now(untouched).public_text) << "nobody released its words";
}

TEST_P(Incidents, who_is_alone_carries_nothing) {
    const auto a = assigned(open());
    const auto other = open();
    done(a, Resolve{answer()});
    carry(a);
    EXPECT_EQ(now(other).state, State::received);
}

TEST_P(Incidents, belum_of_one_of_many_waits_for_a_look) {
    const auto a = assigned(open()), b = assigned(open());
    done(a, Join{b.code});
    done(a, Resolve{answer()});
    carry(a);
    const auto said = tried(b, Contest{.words = "Masih pecah", .photos = {}}, reporter()).value();
    EXPECT_EQ(said.state, State::resolved) << "one fix was for two: it is looked at first";
    auto doubt = [&](const Case& c) {
        return read([&](db::Tx& tx) { return doubt_of(tx, c.agency, c.id); });
    };
    ASSERT_TRUE(doubt(b));
    EXPECT_EQ(doubt(b)->words, "Masih pecah");
    EXPECT_EQ(count(b, "case.contested"), 0);

    auto settle = [&](Look look, const std::string& reason, const Actor& actor) {
        return write([&](db::Tx& tx) { return settle_doubt(tx, context(), b, actor, look, reason); });
    };
    EXPECT_EQ(settle(Look::keep, " ", everyone()).error().code, "case.needs_reason");
    EXPECT_EQ(
        settle(Look::reopen_one, "", {.party = Party::staff, .staff = StaffId{6}, .roles = {}}).error().code,
        "office.not_yours");
    const auto reopened = settle(Look::reopen_one, "", everyone()).value();
    EXPECT_EQ(reopened.state, State::in_progress);
    EXPECT_EQ(reopened.contests, 1);
    EXPECT_EQ(now(a).state, State::resolved) << "the others stay as they are";
    EXPECT_FALSE(doubt(b));
    EXPECT_EQ(settle(Look::reopen_one, "", everyone()).error().code, "case.wrong_state");
}

TEST_P(Incidents, a_look_may_find_that_the_fix_stands) {
    const auto a = assigned(open()), b = assigned(open());
    done(a, Join{b.code});
    done(a, Resolve{answer()});
    carry(a);
    tried(b, Contest{}, reporter()).value();
    const auto kept = write([&](db::Tx& tx) {
                          return settle_doubt(tx, context(), b, everyone(), Look::keep,
                                              "Yang pecah itu trotoar sebelahnya");
                      }).value();
    EXPECT_EQ(kept.state, State::resolved);
    EXPECT_EQ(count(b, doubt_settled), 1);
    EXPECT_EQ(tried(b, Confirm{}, reporter()).value().state, State::closed) << "and the reporter may agree";
}

TEST_P(Incidents, a_look_may_reopen_all) {
    const auto a = assigned(open()), b = assigned(open()), c = assigned(open());
    done(a, Join{b.code});
    done(c, Join{b.code});
    done(a, Resolve{answer()});
    carry(a);
    tried(b, Contest{}, reporter()).value();
    write([&](db::Tx& tx) {
        return settle_doubt(tx, context(), b, everyone(), Look::reopen_all, "");
    }).value();
    const auto handler =
        reopen_handler({database(), w().directories, w().ids, [this] { return w().now; }, random_});
    for (int i = 0; i < 2; ++i)
        handler.run({.agency = b.agency, .id = {}, .kind = handler.kind, .name = base::to_string(b.id)})
            .value();
    for (const auto& each : {a, b, c}) {
        EXPECT_EQ(now(each).state, State::in_progress);
        EXPECT_EQ(now(each).contests, 1) << "once, though the job ran twice";
    }
}

TEST_P(Incidents, who_is_alone_reopens_at_once) {
    const auto a = assigned(open());
    done(a, Resolve{answer()});
    EXPECT_EQ(tried(a, Contest{}, reporter()).value().state, State::in_progress);
}

TEST_P(Incidents, people_raise_the_priority_of_every_case) {
    const double below = directory_->agency().emergency_from - 0.08;
    const auto a = open("Ubin pecah", "Jalan Mangga", below), b = open("Ubin pecah", "Jalan Mangga", below);
    auto is_urgent = [&](const Case& c) {
        return read([&](db::Tx& tx) { return find_standing(tx, c.agency, c.id); }).has(Mark::urgent);
    };
    done(a, Join{b.code});
    EXPECT_FALSE(is_urgent(a)) << "two are not enough";
    const auto c = open("Ubin pecah", "Jalan Mangga", below), d = open("Ubin pecah", "Jalan Mangga", below);
    done(c, Join{a.code});
    done(d, Join{a.code});
    for (const auto& each : {a, b, c, d})
        EXPECT_TRUE(is_urgent(each)) << "four are, for all of them";
    EXPECT_EQ(now(a).urgency, below) << "what was read in the words stays what it was";
    const std::vector<Case> all{a, b, now(c), d};
    EXPECT_EQ(read([&](db::Tx& tx) { return people_of(tx, all); }),
              (std::unordered_map<CaseId, int>{{a.id, 4}, {b.id, 4}, {c.id, 4}, {d.id, 4}}));
    write([](db::Tx& tx) { tx.script("update cases set standing = 0"); });
    count_anew(database(), *directory_, w().now);
    for (const auto& each : all)
        EXPECT_TRUE(is_urgent(each)) << "a recount knows of the people too";
    done(d, Archive{ArchiveReason::spam});
    EXPECT_FALSE(is_urgent(a)) << "spam touches nobody";
    EXPECT_EQ(incident(a)->people, 3);
    done(d, Restore{});
    EXPECT_TRUE(is_urgent(a));
    EXPECT_EQ(count_tally_errors(database(), w().ids, *directory_), 0);
    done(d, Separate{a.code});
    EXPECT_FALSE(is_urgent(a));
    EXPECT_FALSE(is_urgent(d));
    EXPECT_EQ(count_tally_errors(database(), w().ids, *directory_), 0);
}

TEST_P(Incidents, staff_and_public_find_only_what_they_may_see) {
    const auto known = verified(open()), fresh = open();
    const auto hidden = verified(open(pavement, "Jalan Mangga gang 3", 0, Visibility::private_));
    const auto elsewhere = verified(open(pavement, "Jalan Mangga gang 5"));
    const auto signature = signature_of(fresh, fresh.proposed_text);
    auto in_public = [&] {
        std::vector<std::string> codes;
        for (const auto& each : read([&](db::Tx& tx) { return alike_in_public(tx, *directory_, signature); }))
            codes.push_back(each.c.code);
        return codes;
    };
    EXPECT_EQ(in_public(), std::vector<std::string>{known.code})
        << "not what nobody verified, what came in private, or gang 5: " << hidden.code << elsewhere.code;

    const staff::Principal operator_there{.agency = w().agency,
                                          .staff = StaffId{5},
                                          .name = "Sari",
                                          .roles = {{staff::Role::operator_, w().south}},
                                          .account = {}};
    auto for_staff = [&](const staff::Principal& person) {
        return read(
            [&](db::Tx& tx) { return alike_for_staff(tx, *directory_, person, fresh, fresh.proposed_text); });
    };
    const auto seen = for_staff(operator_there);
    ASSERT_EQ(seen.size(), 2U) << "staff of the office sees what came in private too";
    EXPECT_FALSE(seen[0].why.words.empty());
    const staff::Principal nobody{
        .agency = w().agency, .staff = StaffId{6}, .name = "Tono", .roles = {}, .account = {}};
    EXPECT_TRUE(for_staff(nobody).empty());

    done(fresh, Join{known.code});
    done(hidden, Join{known.code});
    EXPECT_TRUE(for_staff(operator_there).empty()) << "what is joined is not suggested any more";
}

TEST_P(Incidents, a_signature_follows_its_case) {
    const auto known = verified(open()), fresh = open();
    const auto signature = signature_of(fresh, fresh.proposed_text);
    auto found = [&] {
        return read([&](db::Tx& tx) { return find_likely(tx, w().agency, signature, fresh.id); }).size();
    };
    EXPECT_EQ(found(), 1U);
    done(known, Reclassify{.kind = {},
                           .case_class = {},
                           .topic = {},
                           .urgency = {},
                           .area = {},
                           .conduct_office = w().south});
    EXPECT_EQ(found(), 0U) << "about conduct: it stands beside nothing";
}

} // namespace
} // namespace cases
