#include "triage/normalise.h"
#include "triage/own_lexicon.h"
#include "triage/reader.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

TEST(OwnLexicon, goes_before_the_shipped_one_and_leaves_the_rest_to_it) {
    const std::vector<agency::OwnWord> words{{"kk", "kakak"}, {"dmp", "dinas makmur pangan"}};
    const auto lexicon = own_lexicon(words);
    ASSERT_TRUE(lexicon);
    EXPECT_EQ(normalise("KK dmp bgt").text, "kartu keluarga dmp sekali");
    EXPECT_EQ(normalise("KK dmp bgt", *lexicon).text, "kakak dinas makmur pangan sekali");
}

TEST(OwnLexicon, knows_slang_of_several_words_and_maps_back_to_the_text) {
    const std::vector<agency::OwnWord> words{{"los dol", "lepas kendali"}};
    const auto read = normalise("truk LOS  dol!", *own_lexicon(words));
    EXPECT_EQ(read.text, "truk lepas kendali !");
    EXPECT_EQ(read.words[1].begin, 5);
    EXPECT_EQ(read.words[1].end, 13);
}

TEST(OwnLexicon, is_used_by_reading) {
    const std::vector<Topic> topics{{"air", {"air keruh"}}};
    const auto& reader = shipped_reader();
    const auto before = reader.read({.text = "wtr buthek di rumah"}, reader.profile({}, topics));
    EXPECT_NE(before.topics.empty() ? "" : before.topics.front().code, "air");
    const std::vector<agency::OwnWord> words{{"wtr", "air"}, {"buthek", "keruh"}};
    const auto profile = reader.profile({}, topics, own_lexicon(words));
    const auto after = reader.read({.text = "wtr buthek di rumah"}, profile);
    ASSERT_FALSE(after.topics.empty());
    EXPECT_EQ(after.topics.front().code, "air");
}

TEST(OwnLexicon, takes_a_line_as_people_type_it) {
    const auto word = own_word("  PDAM \t Surya ", "Perusahaan  Air\nMinum");
    ASSERT_TRUE(word);
    EXPECT_EQ(word->slang, "pdam surya");
    EXPECT_EQ(word->formal, "perusahaan air minum");
}

TEST(OwnLexicon, refuses_what_no_text_can_hold) {
    struct Case {
        std::string slang, formal, field;
    };
    for (const auto& [slang, formal, field] : {
             Case{"", "air", "slang"},
             Case{"=1+1", "air", "slang"},
             Case{"a\tb;c", "air", "slang"},
             Case{"112", "pemadam", "slang"},
             Case{"a b c d e", "air", "slang"},
             Case{std::string(100, 'a'), "air", "slang"},
             Case{"<script>", "air", "slang"},
             Case{"wtr", "", "formal"},
             Case{"wtr", "a b c d e f g", "formal"},
             Case{"wtr", "air, bersih", "formal"},
             Case{"wtr", std::string(100'000, 'a'), "formal"},
             Case{"air", "AIR", "formal"},
             Case{std::string("a\0b", 3), "air\n\n", "slang"},
         }) {
        const auto word = own_word(slang, formal);
        ASSERT_FALSE(word) << slang;
        EXPECT_EQ(word.error().code, "lexicon.line");
        EXPECT_EQ(word.error().field, field) << slang;
    }
}

TEST(OwnLexicon, passes_over_lines_that_nobody_could_have_saved) {
    EXPECT_FALSE(own_lexicon(std::vector<agency::OwnWord>{{"x\ty\n", "z"}, {"", ""}, {"Wtr", "air"}}));
    EXPECT_FALSE(own_lexicon({}));
}

TEST(OwnLexicon, cannot_make_a_long_text_huge) {
    const std::vector<agency::OwnWord> six{{"a", "satu dua tiga empat lima enamtujuhdelapansembilansepuluh"}};
    std::string text;
    while (text.size() < 1'000'000)
        text += "a ";
    EXPECT_LT(normalise(text, *own_lexicon(six)).text.size(), 8 * text.size());
}

} // namespace
} // namespace triage
