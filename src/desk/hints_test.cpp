#include "agency/agency_actions.h"
#include "cases/testing.h"
#include "desk/command_form.h"
#include "desk/hint_pages.h"
#include "desk/hints.h"
#include "staff_world.h"
#include "world.h"

#include <gmock/gmock.h>

namespace desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CaseHints : public ::testing::Test {
protected:
    CaseHints() {
        world_.database.write([&](db::Tx& tx) {
            const agency::Change change{.ids = world_.ids, .now = world_.now};
            for (const auto& [code, word] :
                 {std::pair{"jalan", "jalan berlubang"}, {"lampu", "lampu jalan"}}) {
                const agency::Topic topic{.code = code,
                                          .name_id = std::string("Topik ") + code,
                                          .name_en = code,
                                          .proof = agency::ProofKind::photo,
                                          .profile = {},
                                          .words = {word}};
                EXPECT_TRUE(agency::put_topic(tx, change, world_.agency, topic));
            }
        });
        world_.directories.changed();
        directory_ = *world_.directories.of(world_.agency);
    }
    Hints hints(std::string text, std::optional<std::string> area = {}) {
        auto c = cases::testing::pothole();
        c.proposed_text = std::move(text);
        c.area = std::move(area);
        c.place_name.reset();
        return hints_of(c, readers_, *directory_);
    }

    db::testing::FreshDatabase fresh_{db::Engine::sqlite};
    staff::testing::World world_{*fresh_};
    agency::DirectoryPtr directory_;
    learning::Readers readers_;
};

TEST_F(CaseHints, say_what_was_read_and_by_which_words) {
    const auto read = hints("Jalan berlubang di Jl. Melati No. 3 Kelurahan Tebet Barat, tolong diperbaiki",
                            "31.74.01.1005");
    EXPECT_EQ(read.kind.likeliest.front().value, "complaint");
    EXPECT_TRUE(read.topic.is_sure);
    EXPECT_EQ(read.topic.likeliest.front().value, "jalan");
    EXPECT_THAT(read.topic.why, ElementsAre("Jalan berlubang"));
    EXPECT_TRUE(read.area.is_sure);
    EXPECT_THAT(read.marks, ElementsAre("Jl. Melati No. 3"));
}

TEST_F(CaseHints, are_not_sure_where_two_topics_stand) {
    const auto read = hints("jalan berlubang dan lampu jalan mati");
    EXPECT_FALSE(read.topic.is_sure);
    EXPECT_EQ(read.topic.likeliest.size(), 2);
    EXPECT_THAT(read.office.likeliest, IsEmpty());
}

TEST_F(CaseHints, fill_what_is_empty_and_nothing_else) {
    const auto sure = hints("jalan berlubang"), unsure = hints("jalan berlubang dan lampu jalan mati");
    CommandDraft draft{.name = cases::CommandName::verify};
    follow_hints(draft, unsure);
    EXPECT_EQ(draft.value("topic"), "");
    follow_hints(draft, sure);
    EXPECT_EQ(draft.value("topic"), "jalan");
    draft.set("topic", "lampu");
    follow_hints(draft, sure);
    EXPECT_EQ(draft.value("topic"), "lampu");
}

TEST(ReadingLine, never_shows_a_share_without_its_number) {
    const auto both =
        reading_line({.month = 202610, .kind = {9, 10}, .topic = {1, 2}}, base::Language::id).str();
    EXPECT_THAT(both, HasSubstr("jenis 90 % dari 10, topik 50 % dari 2"));
    EXPECT_THAT(reading_line({.month = 202610, .kind = {}, .topic = {1, 2}}, base::Language::id).str(),
                HasSubstr("topik tepat 50 % dari 2"));
    EXPECT_TRUE(reading_line({}, base::Language::id).empty());
}

} // namespace
} // namespace desk
