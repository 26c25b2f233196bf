#include "desk/command_form.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

using cases::CommandName;

CommandDraft typed(CommandName name, std::map<std::string, std::string, std::less<>> fields) {
    return {.name = name, .version = 3, .fields = std::move(fields)};
}

TEST(CommandForm, has_a_noun_for_every_command_of_staff_and_none_for_those_of_reporters) {
    for (const auto& [name, code] : base::codes<CommandName>) {
        const bool is_of_staff = name != CommandName::confirm && name != CommandName::contest &&
                                 name != CommandName::close && name != CommandName::object;
        EXPECT_EQ(!noun_of(name).empty(), is_of_staff) << code;
        if (is_of_staff) {
            EXPECT_EQ(command_of_noun(noun_of(name)), name) << code;
        }
    }
    EXPECT_EQ(command_of_noun("persetujuan"), std::nullopt);
    EXPECT_EQ(command_of_noun(""), std::nullopt);
}

TEST(CommandForm, becomes_a_command_and_leaves_out_what_is_empty) {
    auto verify = to_command(typed(CommandName::verify, {{"kind", "complaint"},
                                                         {"topic", "jalan-berlubang"},
                                                         {"area", "-"},
                                                         {"cari_tempat", "Tebet"},
                                                         {"public_text", " Lubang besar "}}));
    ASSERT_TRUE(verify);
    const auto& v = std::get<cases::Verify>(*verify);
    EXPECT_EQ(v.kind, cases::Kind::complaint);
    EXPECT_EQ(v.area, std::nullopt);
    EXPECT_EQ(v.no_place, true);
    EXPECT_EQ(v.public_text, "Lubang besar");

    auto draft = typed(CommandName::resolve, {{"proof.kind", "photo"}, {"proof.note", "Ditambal"}});
    draft.photos = {std::string(64, 'a')};
    auto resolve = to_command(draft);
    ASSERT_TRUE(resolve);
    EXPECT_EQ(std::get<cases::Resolve>(*resolve).proof->after, draft.photos);

    auto urgent = to_command(typed(CommandName::reclassify, {{"urgency", "tinggi"}, {"class", "oversight"}}));
    ASSERT_TRUE(urgent);
    EXPECT_EQ(std::get<cases::Reclassify>(*urgent).urgency, 0.9);
    EXPECT_EQ(std::get<cases::Reclassify>(*urgent).case_class, cases::Class::oversight);
}

TEST(CommandForm, that_cannot_be_read_names_the_field) {
    const struct {
        CommandDraft draft;
        std::string_view field;
    } rows[] = {
        {typed(CommandName::verify, {{"kind", "rant"}}), "kind"},
        {typed(CommandName::assign, {{"office", "x"}}), "office"},
        {typed(CommandName::reclassify, {{"urgency", "parah"}}), "urgency"},
        {typed(CommandName::resolve, {{"proof.kind", "document"}, {"proof.document_day", "besok"}}),
         "proof.document_day"},
        {typed(CommandName::archive, {{"reason", "malas"}}), "reason"},
    };
    for (const auto& row : rows) {
        auto read = to_command(row.draft);
        ASSERT_FALSE(read) << row.field;
        EXPECT_EQ(read.error().field, row.field);
    }
}

TEST(CommandForm, of_what_stands_beside_the_case_is_never_outdated) {
    EXPECT_EQ(version_of(typed(CommandName::note, {})), std::nullopt);
    EXPECT_EQ(version_of(typed(CommandName::assign, {})), 3);
    EXPECT_EQ(undo_of(CommandName::archive), CommandName::restore);
    EXPECT_EQ(undo_of(CommandName::resolve), std::nullopt);
}

} // namespace
} // namespace desk
