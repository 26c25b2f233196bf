#include "proof/proof.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace proof {
namespace {

using namespace std::string_literals;

const base::Day some_day = *base::parse_day("2026-05-26");

/// What suffices for each kind.
Given enough(ProofKind kind) {
    switch (kind) {
    case ProofKind::photo: return {.kind = kind, .note = "", .before = {"b"}, .after = {"a"}};
    case ProofKind::answer: return {.kind = kind, .note = "Loket buka Sabtu."};
    case ProofKind::document: {
        Given given{.kind = kind};
        given.document_number = "12/ATR/2026";
        given.document_day = some_day;
        return given;
    }
    case ProofKind::confirmation: {
        Given given{.kind = kind};
        given.reporter_said_yes = true;
        return given;
    }
    }
    return {};
}

constexpr std::array kinds{ProofKind::photo, ProofKind::answer, ProofKind::document, ProofKind::confirmation};

TEST(proof, suffices_when_it_is_what_the_topic_demands) {
    for (const auto kind : kinds)
        EXPECT_TRUE(check(kind, enough(kind))) << base::code_of(kind);
}

TEST(proof, of_another_kind_does_not_suffice) {
    for (const auto demanded : kinds)
        for (const auto given : kinds) {
            const auto checked = check(demanded, enough(given));
            ASSERT_EQ(checked.has_value(), demanded == given)
                << base::code_of(demanded) << base::code_of(given);
            if (!checked) EXPECT_EQ(checked.error().field, "proof.kind");
        }
}

TEST(proof, names_the_member_that_is_missing) {
    const struct {
        const char* what;
        ProofKind kind;
        void (*spoil)(Given&);
        const char* code;
        const char* field;
    } rows[] = {
        {"no photo", ProofKind::photo, [](Given& g) { g.after.clear(); }, "case.needs_proof", "proof.after"},
        {"only a photo of before", ProofKind::photo, [](Given& g) { g.before = {"x"}, g.after.clear(); },
         "case.needs_proof", "proof.after"},
        {"the same before and after", ProofKind::photo, [](Given& g) { g.before = g.after; },
         "case.needs_proof", "proof.after"},
        {"too many photos", ProofKind::photo, [](Given& g) { g.after.assign(max_photos + 1, "a"); },
         "field.invalid", "proof.after"},
        {"too many before", ProofKind::photo, [](Given& g) { g.before.assign(max_photos + 1, "b"); },
         "field.invalid", "proof.before"},
        {"blank answer", ProofKind::answer, [](Given& g) { g.note = " \n\t"; }, "case.needs_proof",
         "proof.note"},
        {"no number", ProofKind::document, [](Given& g) { g.document_number = " "; }, "case.needs_proof",
         "proof.document_number"},
        {"no day", ProofKind::document, [](Given& g) { g.document_day.reset(); }, "case.needs_proof",
         "proof.document_day"},
        {"no yes", ProofKind::confirmation, [](Given& g) { g.reporter_said_yes = false; }, "case.needs_proof",
         "proof.confirmation"},
    };
    for (const auto& row : rows) {
        Given given = enough(row.kind);
        row.spoil(given);
        const auto checked = check(row.kind, given);
        ASSERT_FALSE(checked) << row.what;
        EXPECT_EQ(checked.error().code, row.code) << row.what;
        EXPECT_EQ(checked.error().field, row.field) << row.what;
        EXPECT_EQ(checked.error().kind, base::Kind::invalid) << row.what;
    }
}

TEST(proof, by_photos_that_were_never_uploaded_is_none) {
    const Given given = enough(ProofKind::photo);
    const auto none = check(ProofKind::photo, given, {.unknown = {"a"}, .reused = {}});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "case.needs_proof");
    EXPECT_EQ(none.error().field, "proof.after");
    const auto before = check(ProofKind::photo, given, {.unknown = {"b"}, .reused = {}});
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().code, "media.unknown");
    EXPECT_EQ(before.error().field, "proof.before");
}

TEST(proof, by_a_photo_seen_elsewhere_is_refused_with_the_place_in_the_log) {
    const struct {
        Seen seen;
        bool is_refused;
    } rows[] = {{Seen::report, true},
                {Seen::before_work, true},
                {Seen::other_case, true},
                {Seen::earlier_round, false}};
    for (const auto& row : rows) {
        const auto checked = check(ProofKind::photo, enough(ProofKind::photo),
                                   {.unknown = {}, .reused = {{"a", row.seen, 77}}});
        ASSERT_EQ(!checked, row.is_refused);
        if (checked) continue;
        EXPECT_EQ(checked.error().code, "case.needs_proof");
        EXPECT_EQ(checked.error().field, "proof.after");
        EXPECT_NE(checked.error().detail.find("77"), std::string::npos);
    }
}

RC_GTEST_PROP(proof, by_photo_always_rests_on_a_fresh_uploaded_picture, ()) {
    const auto photo = rc::gen::element("p"s, "q"s, "r"s, "s"s);
    const auto photos = rc::gen::container<std::vector<std::string>>(photo);
    const Given given{.kind = ProofKind::photo, .note = "", .before = *photos, .after = *photos};
    Evidence evidence{.unknown = *photos, .reused = {}};
    for (const auto& sha256 : *photos)
        evidence.reused.push_back(
            {sha256, *rc::gen::element(Seen::report, Seen::earlier_round, Seen::other_case), 1});
    const auto checked = check(ProofKind::photo, given, evidence);
    if (!checked) {
        RC_ASSERT(!checked.error().field.empty());
        return;
    }
    RC_ASSERT(!given.after.empty());
    for (const auto& sha256 : given.after) {
        RC_ASSERT(std::ranges::find(evidence.unknown, sha256) == evidence.unknown.end());
        RC_ASSERT(std::ranges::find(given.before, sha256) == given.before.end());
        for (const auto& reuse : evidence.reused)
            RC_ASSERT(reuse.sha256 != sha256 || reuse.seen == Seen::earlier_round);
    }
}

} // namespace
} // namespace proof
