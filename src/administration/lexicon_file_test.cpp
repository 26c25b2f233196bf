#include "administration/lexicon_file.h"
#include "administration/topic_offer.h"

#include <gtest/gtest.h>

namespace administration {
namespace {

using Lines = std::vector<agency::OwnWord>;

TEST(LexiconFile, comes_back_as_it_went_out) {
    const Lines words{{"los dol", "lepas kendali"}, {"wtr", "air"}};
    EXPECT_EQ(lexicon_csv(words),
              "\"slang\",\"formal\"\r\n\"los dol\",\"lepas kendali\"\r\n\"wtr\",\"air\"\r\n");
    const auto read = read_lexicon_file(lexicon_csv(words));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, words);
}

TEST(LexiconFile, is_read_as_spreadsheets_write_it) {
    const auto read = read_lexicon_file("\xEF\xBB\xBFSlang;Formal\r\n WTR ;  Air   Bersih\r\n\r\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (Lines{{"wtr", "air bersih"}}));
}

TEST(LexiconFile, names_the_line_that_is_wrong) {
    struct Case {
        std::string_view csv, code, field;
    };
    for (const auto& [csv, code, field] : {
             Case{"slang,formal\nwtr,air\n=cmd(),air\n", "lexicon.line", "baris 3"},
             Case{"slang,formal\nwtr,\n", "lexicon.line", "baris 2"},
             Case{"slang,formal\nwtr,air\nWTR,banyu\n", "lexicon.twice", "baris 3"},
             Case{"slang,formal\nwtr\n", "import.line", "baris 2"},
             Case{"kata,arti\nwtr,air\n", "import.line", "baris 1"},
             Case{"slang,formal\n\"wtr,air\n", "import.line", "baris 2"},
             Case{std::string_view("slang,formal\nw\0r,air\n", 20), "import.line", "baris 1"},
             Case{"", "import.line", "baris 1"},
         }) {
        const auto read = read_lexicon_file(csv);
        ASSERT_FALSE(read) << csv;
        EXPECT_EQ(read.error().code, code) << csv;
        EXPECT_EQ(read.error().field, field) << csv;
    }
}

TEST(LexiconFile, is_put_over_what_stands_there) {
    EXPECT_EQ(merged(Lines{{"wtr", "air"}, {"jlk", "jalan"}}, Lines{{"wtr", "banyu"}}),
              (Lines{{"jlk", "jalan"}, {"wtr", "banyu"}}));
}

TEST(ReadyTopics, are_offered_but_for_those_that_the_agency_has) {
    agency::DirectoryRows rows;
    rows.topics.push_back({.code = "jalan",
                           .name_id = "Jalan",
                           .name_en = "Roads",
                           .proof = agency::ProofKind::photo,
                           .profile = {},
                           .words = {},
                           .ordinal = 70});
    const agency::Directory directory(std::move(rows));
    EXPECT_EQ(offered_topics(directory).size() + 1, triage::shipped_topics().size());
    const std::vector<std::string> codes{"sampah", "pju"};
    const auto chosen = chosen_topics(directory, codes);
    ASSERT_TRUE(chosen);
    ASSERT_EQ(chosen->size(), 2);
    EXPECT_EQ(chosen->front().code, "pju") << "in the order of the offer";
    EXPECT_EQ(chosen->front().ordinal, 80);
    EXPECT_EQ(chosen->back().ordinal, 90);
    EXPECT_EQ(chosen->front().proof, agency::ProofKind::photo);
    EXPECT_FALSE(chosen->front().words.empty());
}

TEST(ReadyTopics, are_refused_where_none_is_chosen_or_none_is_meant) {
    agency::DirectoryRows rows;
    rows.topics.push_back({.code = "jalan",
                           .name_id = "Jalan",
                           .name_en = "Roads",
                           .proof = agency::ProofKind::photo,
                           .profile = {},
                           .words = {}});
    const agency::Directory directory(std::move(rows));
    for (const std::vector<std::string>& codes :
         {std::vector<std::string>{}, {"jalan"}, {"pju", "'; drop table topics"}})
        EXPECT_EQ(chosen_topics(directory, codes).error().field, "topik");
}

} // namespace
} // namespace administration
