#include "learning/learn_actions.h"
#include "learning/suggestion_actions.h"
#include "learning/suggestion_store.h"
#include "staff_world.h"
#include "world.h"

namespace learning {
namespace {

class Suggestions : public db::testing::OnEachEngine {
protected:
    void SetUp() override { directory_ = *world_.directories.of(world_.agency); }

    /// Read as a complaint about roads, sure of the kind alone.
    static Suggestion roads() {
        Suggestion out;
        out[Head::kind] = {"complaint", 0.93, true};
        out[Head::topic] = {"jalan-rusak", 0.42, false};
        out[Head::area] = {"31.74.01", 0.8, true};
        return out;
    }
    void note(CaseId id, const Suggestion& suggestion) {
        database().write([&](db::Tx& tx) { note_suggestion(tx, world_.agency, id, suggestion); });
    }
    void happens(CaseId id, const cases::Body& body, cases::Party by = cases::Party::staff) {
        cases::Case c;
        c.id = id;
        const events::Stored event{.id = {},
                                   .subject_kind = "case",
                                   .subject = id.value,
                                   .kind = std::string(cases::kind_of(body)),
                                   .at = world_.now,
                                   .actor_kind = std::string(base::code_of(by)),
                                   .data = boost::json::serialize(cases::to_data(c, body))};
        database().write([&](db::Tx& tx) { ASSERT_TRUE(follow(tx, *directory_, event)); });
    }
    HeadFigures figures(Head head) {
        const int month = month_of(world_.now, directory_->agency().zone);
        return figures_of(
            database().read([&](db::Tx& tx) { return tallies(tx, world_.agency, month, month); }), head);
    }
    static cases::Verified verified(triage::Kind kind, std::string topic, std::string area) {
        cases::Verified out;
        out.kind = kind;
        out.topic = std::move(topic);
        out.area = std::move(area);
        return out;
    }

    staff::testing::World world_{database()};
    agency::DirectoryPtr directory_;
};
DB_TEST_ON_EACH_ENGINE(Suggestions);

TEST_P(Suggestions, are_scored_by_what_people_say) {
    note(CaseId{1}, roads());
    note(CaseId{2}, roads());
    happens(CaseId{1}, verified(triage::Kind::complaint, "jalan-rusak", "31.74.01"));
    happens(CaseId{2}, verified(triage::Kind::question, "drainase", "31.74.02"));
    const auto kind = figures(Head::kind), topic = figures(Head::topic), area = figures(Head::area);
    EXPECT_EQ(kind.sure.of, 2);
    EXPECT_EQ(kind.sure.right, 1);
    ASSERT_EQ(kind.confused.size(), 1);
    EXPECT_EQ(kind.confused.front().truth, "question");
    EXPECT_EQ(kind.curve[9].of, 2);
    EXPECT_EQ(topic.sure.of, 0) << "it was not sure";
    EXPECT_EQ(topic.all.of, 2);
    EXPECT_EQ(topic.all.right, 1);
    EXPECT_EQ(area.sure.right, 1);
    EXPECT_EQ(area.sure.of, 2);
    world_.now += std::chrono::days(31);
    const auto last =
        database().read([&](db::Tx& tx) { return last_month(tx, directory_->agency(), world_.now); });
    EXPECT_EQ(last.kind.of, 2);
    EXPECT_EQ(last.kind.right, 1);
    EXPECT_EQ(last.topic.of, 0);
}

TEST_P(Suggestions, count_a_correction_instead_of_what_was_said_before) {
    note(CaseId{1}, roads());
    happens(CaseId{1}, verified(triage::Kind::complaint, "jalan-rusak", "31.74.01"));
    world_.now += std::chrono::days(40);
    cases::Reclassified corrected;
    corrected.kind = triage::Kind::aspiration;
    happens(CaseId{1}, corrected);
    EXPECT_EQ(figures(Head::kind).all.of, 0) << "it stays in its month";
    world_.now -= std::chrono::days(40);
    EXPECT_EQ(figures(Head::kind).all.of, 1);
    EXPECT_EQ(figures(Head::kind).all.right, 0);
}

TEST_P(Suggestions, are_wrong_where_spam_was_archived_until_that_is_taken_back) {
    note(CaseId{1}, roads());
    happens(CaseId{1}, cases::Archived{cases::ArchiveReason::spam});
    EXPECT_EQ(figures(Head::kind).sure.right, 0);
    EXPECT_EQ(figures(Head::kind).sure.of, 1);
    happens(CaseId{1}, cases::Restored{});
    EXPECT_EQ(figures(Head::kind).sure.of, 0);
}

TEST_P(Suggestions, are_not_scored_by_rules_nor_where_a_person_had_chosen) {
    auto chosen = roads();
    chosen[Head::kind] = {};
    chosen[Head::office] = {"11", 0.7, true};
    note(CaseId{1}, chosen);
    happens(CaseId{1}, cases::Assigned{cases::OfficeId{12}, {}, {}}, cases::Party::system);
    EXPECT_EQ(figures(Head::office).all.of, 0);
    happens(CaseId{1}, verified(triage::Kind::complaint, "jalan-rusak", "31.74.01"));
    EXPECT_EQ(figures(Head::kind).all.of, 0);
    happens(CaseId{1}, cases::Assigned{cases::OfficeId{11}, {}, {}});
    EXPECT_EQ(figures(Head::office).sure.right, 1);
    EXPECT_EQ(database().read([&](db::Tx& tx) { return find_decisions(tx, world_.agency); }), 1);
}

TEST_P(Suggestions, of_what_is_archived_teach_spam_and_chat_and_nothing_else) {
    database().write([&](db::Tx& tx) {
        tx.script(
            "insert into cases (agency, id, code, version, kind, topic, urgency, state, office, area,"
            " identity_mode, visibility, consent, account, secret_hash, title, proposed_text, returns,"
            " contests, level, received_at, changed_at) with recursive n(i) as (select 1 union all"
            " select i + 1 from n where i < 6) select " +
            base::to_string(world_.agency) +
            ", i, 'TGP-' || i, 1, 'complaint', 'jalan-rusak', 0, case i when 1 then 'received' when 2"
            " then 'assigned' else 'archived' end, " +
            base::to_string(world_.south) +
            ", '31.74', 'public', 'public', 0, 1, 'x', 'Jalan', 'Teks ' || i, 0, 0, 0, 1779000000000 + i,"
            " 1779000000000 from n");
    });
    for (int id = 1; id <= 5; ++id) // of the sixth nothing was suggested
        note(CaseId{id}, roads());
    happens(CaseId{3}, cases::Archived{cases::ArchiveReason::spam});
    happens(CaseId{4}, cases::Archived{cases::ArchiveReason::chatter});
    happens(CaseId{5}, cases::Archived{cases::ArchiveReason::double_entry});
    happens(CaseId{6}, cases::Archived{cases::ArchiveReason::spam});
    std::map<std::string, triage::Kind> kinds;
    for (const auto& c : decided(database(), world_.agency)) {
        kinds[c.text] = c.kind;
        EXPECT_EQ(c.topic.has_value() && c.office.has_value(), !c.is_archived) << c.text;
    }
    const std::map<std::string, triage::Kind> wanted = {
        {"Teks 2", triage::Kind::complaint}, {"Teks 3", triage::Kind::spam}, {"Teks 4", triage::Kind::other}};
    EXPECT_EQ(kinds, wanted);
}

TEST(SuggestionMonth, goes_back_over_the_turn_of_the_year) {
    EXPECT_EQ(month_before(202601), 202512);
    EXPECT_EQ(month_before(202611, 2), 202609);
    EXPECT_EQ(month_before(202602, 14), 202412);
}

} // namespace
} // namespace learning
