#include "cases/objection_actions.h"
#include "cases/rating_actions.h"
#include "db/database.h"
#include "events/event_actions.h"
#include "people/identity_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

class Ratings : public db::testing::OnEachEngine {
protected:
    template <class F> auto write(F&& act) { return database().write(std::forward<F>(act)).value(); }
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        write([&](db::Tx& tx) {
            return agency::put_topic(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                     {.code = "tanya", .name_id = "Tanya jawab", .name_en = "Questions"});
        });
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }

    staff::Principal person(staff::Role role, agency::OfficeId office) {
        return {.agency = w().agency,
                .staff = staff::StaffId{7},
                .name = "Petugas",
                .roles = {{role, office}},
                .account = {}};
    }
    Case act_as(const Case& c, const Actor& actor, const Command& command) {
        return write([&](db::Tx& tx) { return act(tx, context(), c, actor, command); });
    }
    Actor boss() {
        return {.party = Party::staff,
                .staff = staff::StaffId{5},
                .roles = {staff::Role::coordinator, staff::Role::operator_}};
    }
    Case verified(Kind kind = Kind::question) {
        auto identity = write([&](db::Tx& tx) {
            return people::find_or_create(
                tx, vault_, w().ids, w().agency,
                {.network = "form", .network_id = "", .name = "Budi Rahasia", .handle = {}, .contact = {}},
                w().now);
        });
        NewCase wanted;
        wanted.kind = kind;
        wanted.topic = "tanya";
        wanted.area = "31.74.01.1002";
        wanted.identity = identity.id;
        wanted.received_at = w().now;
        wanted.proposed_text = "Loket buka jam berapa";
        auto c = write([&](db::Tx& tx) { return open_case(tx, context(), wanted); });
        return act_as(c, boss(),
                      Verify{.kind = {}, .topic = {}, .area = {}, .no_place = {}, .public_text = "Loket"});
    }
    Case closed() {
        auto c = act_as(verified(), boss(), Assign{.office = w().south, .person = {}});
        proof::Given answer;
        answer.kind = proof::ProofKind::answer;
        answer.note = "Pukul delapan";
        c = act_as(c, boss(), Resolve{answer});
        return act_as(c, reporter(), Confirm{});
    }
    base::Result<Rating> give(const Case& c, int stars, std::string words, bool consent) {
        return database().write([&](db::Tx& tx) {
            return give_rating(tx, context(), vault_, c,
                               {.stars = stars, .words = std::move(words), .words_may_be_quoted = consent});
        });
    }
    WaitingQuotes waiting(const staff::Principal& who) {
        return database().read([&](db::Tx& tx) { return waiting_quotes(tx, *directory_, vault_, who, 0); });
    }
    std::vector<Testimonial> shown(std::vector<OfficeId> offices = {}) {
        return database().read([&](db::Tx& tx) {
            return testimonials(tx, w().agency, {.offices = std::move(offices), .before = 0, .limit = 20});
        });
    }
    base::Result<void> release(RatingId id, const staff::Principal& who, std::string_view quote) {
        return database().write([&](db::Tx& tx) { return release_quote(tx, context(), who, id, quote); });
    }
    std::vector<events::Stored> events_of(const Case& c, std::string_view kind) {
        auto all =
            database().read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
        std::erase_if(all, [&](const auto& event) { return event.kind != kind; });
        return all;
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    people::Vault vault_{people::SecretKey{}};
    agency::DirectoryPtr directory_;
};
DB_TEST_ON_EACH_ENGINE(Ratings);

TEST_P(Ratings, once_for_each_round_and_the_public_learns_the_number_alone) {
    auto c = closed();
    ASSERT_TRUE(give(c, 2, "Lama sekali", false));
    ASSERT_TRUE(give(c, 4, "Ternyata baik", false));
    auto own = database().read([&](db::Tx& tx) { return own_rating(tx, vault_, c); });
    ASSERT_TRUE(own);
    EXPECT_EQ(own->rating.stars, 4);
    EXPECT_EQ(own->words, "Ternyata baik");
    auto events = events_of(c, "case.rated");
    ASSERT_EQ(events.size(), 2u);
    EXPECT_TRUE(events[1].is_public);
    EXPECT_EQ(events[1].data, R"({"public":{"stars":4,"round":1},"staff":{}})");

    c = act_as(c, reporter(), Contest{.words = {}, .photos = {}});
    EXPECT_EQ(give(c, 1, "", false).error().code, "rating.not_now");
    proof::Given answer;
    answer.kind = proof::ProofKind::answer;
    answer.note = "Pukul tujuh";
    c = act_as(act_as(c, boss(), Resolve{answer}), reporter(), Confirm{});
    ASSERT_TRUE(give(c, 5, "", false));
    auto stars = database().read([&](db::Tx& tx) {
        return added(stars_of(tx, w().agency, base::Time{}, w().now + std::chrono::hours(1)));
    });
    EXPECT_EQ(stars.count, 2);
    EXPECT_EQ(stars.sum, 9);
}

TEST_P(Ratings, words_are_shown_only_after_consent_and_a_person) {
    auto c = closed();
    auto rating = give(c, 5, "Bu Siti ramah sekali", true);
    ASSERT_TRUE(rating);
    EXPECT_TRUE(shown().empty());
    const auto here = person(staff::Role::communications, w().root);
    const auto elsewhere = person(staff::Role::operator_, w().west);
    const auto wrong_role = person(staff::Role::field_officer, w().south);
    EXPECT_EQ(waiting(here).rows.at(0).words, "Bu Siti ramah sekali");
    EXPECT_TRUE(waiting(elsewhere).rows.empty());
    EXPECT_TRUE(waiting(wrong_role).rows.empty());
    for (const auto& who : {elsewhere, wrong_role})
        EXPECT_EQ(release(rating->id, who, "x").error().code, "rating.not_found");

    ASSERT_TRUE(release(rating->id, here, "Petugas ramah, hubungi 081234567890"));
    ASSERT_EQ(shown().size(), 1u);
    EXPECT_EQ(shown()[0].quote.find("081234567890"), std::string::npos) << "masked once more";
    EXPECT_EQ(shown({w().south}).size(), 1u);
    EXPECT_EQ(shown({w().west}).size(), 0u);
    EXPECT_TRUE(waiting(here).rows.empty());
    ASSERT_EQ(events_of(c, "case.quote_released").size(), 1u);
    EXPECT_FALSE(events_of(c, "case.quote_released")[0].is_public);
}

TEST_P(Ratings, taking_the_consent_back_removes_the_words_at_once) {
    auto c = closed();
    auto rating = give(c, 5, "Bagus", true);
    ASSERT_TRUE(release(rating->id, person(staff::Role::operator_, w().south), "Bagus"));
    ASSERT_EQ(shown().size(), 1u);
    database().write([&](db::Tx& tx) { withdraw_quotes(tx, context(), c); });
    EXPECT_TRUE(shown().empty());
    EXPECT_EQ(release(rating->id, person(staff::Role::operator_, w().south), "Bagus").error().code,
              "rating.not_waiting");
    EXPECT_EQ(events_of(c, "case.quote_withdrawn").size(), 1u);
}

TEST_P(Ratings, whoever_is_erased_is_quoted_no_more) {
    auto c = closed();
    auto rating = give(c, 5, "Bagus", true);
    ASSERT_TRUE(release(rating->id, person(staff::Role::operator_, w().south), "Bagus"));
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return people::erase_identity(tx, vault_, w().ids, w().agency, *c.identity, {}, w().now);
    }));
    EXPECT_TRUE(shown().empty());
    EXPECT_FALSE(give(c, 4, "Lagi", true));
}

TEST_P(Ratings, what_became_a_matter_of_conduct_is_quoted_no_more) {
    auto c = closed();
    auto rating = give(c, 1, "Kasar", true);
    ASSERT_TRUE(release(rating->id, person(staff::Role::operator_, w().south), "Kasar"));
    act_as(c, boss(),
           Reclassify{.kind = Kind::complaint,
                      .case_class = {},
                      .topic = {},
                      .urgency = {},
                      .area = {},
                      .conduct_office = w().south});
    EXPECT_TRUE(shown().empty());
}

TEST_P(Ratings, an_objection_is_open_until_the_case_goes_on) {
    auto open = [&](const Case& c) {
        return database().read([&](db::Tx& tx) { return open_objection(tx, c).has_value(); });
    };
    auto c = act_as(verified(Kind::aspiration), boss(), Assign{.office = w().south, .person = {}});
    w().now += std::chrono::minutes(1);
    c = act_as(c, boss(), Decline{"Belum ada anggaran"});
    EXPECT_FALSE(open(c));
    w().now += std::chrono::minutes(1);
    c = act_as(c, reporter(), Object{"Ini penting"});
    EXPECT_TRUE(open(c));
    EXPECT_EQ(c.office, w().root) << "one level up";
    w().now += std::chrono::minutes(1);
    auto declined = act_as(c, boss(), Decline{"Tetap belum"});
    EXPECT_FALSE(open(declined));
    w().now += std::chrono::minutes(1);
    c = act_as(declined, reporter(), Object{"Tetap penting"});
    EXPECT_TRUE(open(c));
    w().now += std::chrono::minutes(1);
    c = act_as(c, boss(), Assign{.office = w().south, .person = {}});
    EXPECT_FALSE(open(c));
    w().now += std::chrono::minutes(1);
    c = act_as(c, boss(), Return{"bukan wewenang"});
    EXPECT_FALSE(open(c)) << "it went on, and came back for another reason";
}

} // namespace
} // namespace cases
