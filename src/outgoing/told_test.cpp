#include "cases/transitions.h"
#include "outgoing/builtin_words.h"
#include "outgoing/told.h"

#include <gtest/gtest.h>

namespace outgoing {
namespace {

TEST(Told, is_what_the_table_of_the_lifecycle_says) {
    struct Row {
        cases::Body body;
        std::optional<TemplateKey> key;
    };
    cases::Received disclosure;
    disclosure.kind = cases::Kind::whistleblowing;
    cases::Verified implied;
    implied.implied = true; // the assigning that implied it is told
    const std::vector<Row> rows{
        {cases::Received{}, TemplateKey::received},
        {disclosure, TemplateKey::received_sealed},
        {cases::Verified{}, TemplateKey::verified},
        {implied, std::nullopt},
        {cases::Archived{}, std::nullopt},
        {cases::Restored{}, std::nullopt},
        {cases::Assigned{}, TemplateKey::assigned},
        {cases::Returned{}, std::nullopt},
        {cases::Started{}, TemplateKey::started},
        {cases::Scheduled{}, TemplateKey::scheduled},
        {cases::QuestionAsked{}, TemplateKey::asked},
        {cases::ReporterAnswered{}, std::nullopt},
        {cases::Resolved{}, TemplateKey::resolved},
        {cases::Confirmed{}, TemplateKey::confirmed},
        {cases::Contested{}, TemplateKey::contested},
        {cases::Closed{cases::ClosedBy::reporter}, std::nullopt}, // their yes was answered already
        {cases::Closed{cases::ClosedBy::silence}, TemplateKey::closed},
        {cases::Closed{cases::ClosedBy::thanks}, std::nullopt},
        {cases::Closed{cases::ClosedBy::history}, std::nullopt},
        {cases::Resolved{.is_history = true}, std::nullopt},
        {cases::Received{.is_history = true}, std::nullopt},
        {cases::Declined{}, TemplateKey::declined},
        {cases::Objected{}, TemplateKey::objected},
        {cases::Referred{}, TemplateKey::referred},
        {cases::Receipted{"SDA-17"}, TemplateKey::receipted},
        {cases::HandedBack{"bukan kewenangan"}, TemplateKey::handed_back},
        {cases::Noted{}, std::nullopt},
        {cases::Reclassified{}, std::nullopt},
        {cases::Redacted{}, std::nullopt},
        {cases::Escalated{}, TemplateKey::escalated},
    };
    for (const auto& row : rows)
        EXPECT_EQ(told(row.body), row.key) << cases::kind_of(row.body);
}

TEST(Told, has_a_template_for_every_key_of_the_table) {
    for (const auto& row : cases::transitions)
        if (!row.told.empty()) EXPECT_TRUE(base::from_code<TemplateKey>(row.told)) << row.told;
}

TEST(Told, of_deadlines_reporters_learn_of_the_end_of_silence_and_of_an_extension) {
    EXPECT_EQ(told_of_deadline("deadline.due_soon", "silence"), TemplateKey::silence_soon);
    EXPECT_EQ(told_of_deadline("deadline.extended", "answer"), TemplateKey::extended);
    EXPECT_EQ(told_of_deadline("deadline.moved", "resolve"), std::nullopt);
    EXPECT_EQ(told_of_deadline("deadline.overdue", "silence"), std::nullopt);
    EXPECT_EQ(told_of_deadline("deadline.due_soon", "resolve"), std::nullopt);
}

} // namespace
} // namespace outgoing
