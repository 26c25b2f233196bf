#include "media/media_store.h"
#include "proof/proof_actions.h"
#include "world.h"

#include <gtest/gtest.h>

namespace proof {
namespace {

using base::AgencyId;
using Photos = std::vector<std::string>;

const AgencyId agency{1};
const AgencyId neighbour{2};
constexpr std::int64_t hole = 100; ///< a case
constexpr std::int64_t lamp = 200; ///< another

constexpr db::Query<void(AgencyId, std::int64_t)> add_item{
    "test.add_item",
    "insert into items (agency, id, account, network_id, version, case_id, visibility, words_sealed, "
    "masked, kind, created_at, received_at) values (:agency, :id, 1, 'n', 1, 100, 'public', '', '', "
    "'complaint', 0, 0)"};
constexpr db::Query<void(AgencyId, std::int64_t, std::string)> add_item_media{
    "test.add_item_media",
    "insert into item_media (agency, item, ordinal, sha256) values (:agency, :item, 0, :sha256)"};

class Proofs : public db::testing::OnEachEngine {
protected:
    void upload(const std::string& sha256, const std::string& pixels, AgencyId whose = agency) {
        media::Media media;
        media.sha256 = sha256;
        media.stored = pixels;
        media.thumb = pixels;
        database().write([&](db::Tx& tx) { media::save(tx, whose, media); });
    }
    void report(const std::string& sha256) {
        database().write([&](db::Tx& tx) {
            tx.run(add_item, agency, 5);
            tx.run(add_item_media, agency, 5, sha256);
        });
    }
    base::Result<void> give(std::int64_t case_id, const Given& given, std::int64_t id) {
        const Giving giving{.id = ProofId{id},
                            .case_id = case_id,
                            .demanded = given.kind,
                            .given_by = 9,
                            .at = base::time_from_ms(1000 + id)};
        return database().write([&](db::Tx& tx) { return proof::give(tx, agency, giving, given); });
    }
    base::Result<void> show(std::int64_t case_id, const Photos& after, std::int64_t id) {
        return give(case_id,
                    {.kind = ProofKind::photo, .note = "Sudah ditambal.", .before = {}, .after = after}, id);
    }
    std::vector<Round> rounds(std::int64_t case_id) {
        return database().read([&](db::Tx& tx) { return proof::rounds(tx, agency, case_id); });
    }
    Evidence evidence(std::int64_t case_id, const Photos& after) {
        const Given given{.kind = ProofKind::photo, .note = "", .before = {}, .after = after};
        return database().read([&](db::Tx& tx) { return evidence_of(tx, agency, case_id, given); });
    }
};
DB_TEST_ON_EACH_ENGINE(Proofs);

TEST_P(Proofs, come_back_as_they_were_given_round_by_round) {
    for (const auto* sha256 : {"b2", "b1", "a2", "a1", "a3"})
        upload(sha256, std::string("pixels of ") + sha256);
    Given given{
        .kind = ProofKind::photo, .note = "Ditambal.", .before = {"b2", "b1"}, .after = {"a2", "a1", "a2"}};
    given.document_number = "SPK 7";
    given.document_day = *base::parse_day("2026-05-26");
    ASSERT_TRUE(give(hole, given, 1));
    ASSERT_TRUE(show(hole, {"a3"}, 2));
    const auto all = rounds(hole);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, ProofId{1});
    EXPECT_EQ(all[0].kind, ProofKind::photo);
    EXPECT_EQ(all[0].note, "Ditambal.");
    EXPECT_EQ(all[0].before, (Photos{"b2", "b1"}));
    EXPECT_EQ(all[0].after, (Photos{"a2", "a1"})) << "given twice, kept once";
    EXPECT_EQ(all[0].document_number, "SPK 7");
    EXPECT_EQ(base::to_iso(all[0].document_day.value()), "2026-05-26");
    EXPECT_EQ(all[0].given_by, 9);
    EXPECT_EQ(base::to_ms(all[0].given_at), 1001);
    EXPECT_EQ(all[1].after, Photos{"a3"});
    EXPECT_FALSE(all[1].document_day);
    EXPECT_TRUE(rounds(lamp).empty());
}

TEST_P(Proofs, need_pictures_that_this_agency_took_in) {
    upload("a", "pixels", neighbour);
    EXPECT_EQ(evidence(hole, {"a"}).unknown, Photos{"a"});
    const auto refused = show(hole, {"a"}, 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "case.needs_proof");
    EXPECT_TRUE(rounds(hole).empty());
}

TEST_P(Proofs, may_not_show_what_the_reporter_sent) {
    upload("r", "hole");
    report("r");
    ASSERT_EQ(evidence(hole, {"r"}).reused.size(), 1U);
    EXPECT_EQ(evidence(hole, {"r"}).reused[0].seen, Seen::report);
    EXPECT_EQ(show(hole, {"r"}, 1).error().field, "proof.after");
    EXPECT_TRUE(show(lamp, {"r"}, 2)) << "a picture of another case's report is judged by people";
}

TEST_P(Proofs, may_not_show_the_reporters_picture_with_other_notes_in_it) {
    upload("r", "the same pixels");
    upload("again", "the same pixels");
    report("r");
    EXPECT_EQ(show(hole, {"again"}, 1).error().code, "case.needs_proof");
}

TEST_P(Proofs, may_not_be_used_for_two_cases) {
    upload("a", "mended");
    upload("b", "broken");
    ASSERT_TRUE(give(lamp, {.kind = ProofKind::photo, .note = "", .before = {"b"}, .after = {"a"}}, 1));
    const auto seen = evidence(hole, {"a"}).reused;
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].seen, Seen::other_case);
    EXPECT_EQ(seen[0].case_id, lamp);
    EXPECT_FALSE(show(hole, {"a"}, 2));
    EXPECT_FALSE(show(lamp, {"b"}, 3)) << "what was before the work cannot be after it";
    EXPECT_TRUE(rounds(hole).empty());
}

TEST_P(Proofs, may_repeat_a_picture_of_an_earlier_round_with_a_warning) {
    upload("a", "mended");
    ASSERT_TRUE(show(hole, {"a"}, 1));
    ASSERT_EQ(evidence(hole, {"a"}).reused.size(), 1U);
    EXPECT_EQ(evidence(hole, {"a"}).reused[0].seen, Seen::earlier_round);
    EXPECT_TRUE(show(hole, {"a"}, 2));
}

TEST_P(Proofs, by_the_reporter_name_no_staff) {
    Given given{.kind = ProofKind::confirmation};
    given.reporter_said_yes = true;
    const Giving giving{.id = ProofId{1}, .case_id = hole, .demanded = ProofKind::confirmation, .at = {}};
    ASSERT_TRUE(database().write([&](db::Tx& tx) { return proof::give(tx, agency, giving, given); }));
    EXPECT_EQ(rounds(hole).at(0).given_by, 0);
}

} // namespace
} // namespace proof
