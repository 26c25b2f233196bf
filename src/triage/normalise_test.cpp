#include "triage/lexicon.h"
#include "triage/normalise.h"
#include "triage/shipped.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace triage {
namespace {

TEST(Normalise, writes_out_slang_and_abbreviations) {
    struct Case {
        std::string_view text, formal;
    };
    for (auto [text, formal] : {
             Case{"PJU mati mhn tlg diperbaiki", "penerangan jalan umum mati mohon tolong diperbaiki"},
             Case{"No KK sy blm jadi", "nomor kartu keluarga saya belum jadi"},
             Case{"jln bolong2 bangeeet", "jalan berlubang sekali"},
             Case{"jukir liar di dpn indomaret gak ada karcis",
                  "juru parkir liar di depan indomaret tidak ada karcis"},
             Case{"toloooong   baaanjirrr!!!", "tolong banjir !"},
             Case{"maaaf", "maaf"},
             Case{"maaf saat", "maaf saat"},
             Case{"anak2 dan jalan2nya", "anak anak dan jalan jalannya"},
             Case{"e-KTP", "kartu tanda penduduk elektronik"},
             Case{"matur nuwun", "terima kasih"},
             Case{"ｊａｌａｎ ＲＵＳＡＫ", "jalan rusak"},
             Case{"ru\u200bsak", "rusak"},
             Case{"kapan??? diperbaiki...", "kapan ? diperbaiki ."},
             Case{"", ""},
             Case{"🙏 — …", ":syukur: ."},
             Case{"aamiin👏👏🏼🙏 mantap", "amin :bagus: :syukur: mantap"},
             Case{"lucu😂😂 😂🤣 sekali❤️ 🚌", "lucu :tawa: sekali :suka:"},
             Case{"satpol pp", "satuan polisi pamong praja"},
             Case{"Satpol, PP", "satuan polisi pamong praja pp"},
         })
        EXPECT_EQ(normalise(text).text, formal) << text;
}

TEST(Normalise, a_mood_stands_where_its_emoji_stood) {
    const std::string text = "naik lagi😢min";
    const Normalised out = normalise(text);
    ASSERT_EQ(out.words.size(), 4U);
    EXPECT_EQ(out.form(out.words[2]), ":sedih:");
    EXPECT_EQ(text.substr(out.words[2].begin, out.words[2].end - out.words[2].begin), "😢");
}

TEST(Normalise, tells_where_each_word_stood) {
    const std::string text = "Ｍhn ru\u200bsak, PJU!";
    const Normalised out = normalise(text);
    const auto given = [&](std::string_view form) {
        for (const Word& word : out.words)
            if (out.form(word) == form) return text.substr(word.begin, word.end - word.begin);
        return std::string("-");
    };
    EXPECT_EQ(given("mohon"), "Ｍhn");
    EXPECT_EQ(given("rusak"), "ru\u200bsak");
    EXPECT_EQ(given("penerangan"), "PJU");
    EXPECT_EQ(given("umum"), "PJU");
    EXPECT_EQ(given("!"), "!");
}

TEST(Normalise, maps_kk_to_the_family_card) {
    EXPECT_EQ(normalise("kk").text, "kartu keluarga");
    EXPECT_EQ(normalise("kakak").text, "kakak");
}

RC_GTEST_PROP(Normalise, offsets_stay_inside_any_text, (const std::string& text)) {
    const Normalised out = normalise(text);
    for (const Word& word : out.words) {
        RC_ASSERT(word.begin <= word.end);
        RC_ASSERT(word.end <= text.size());
        RC_ASSERT(word.at + word.size <= out.text.size());
    }
}

TEST(Lexicon, reads_every_shipped_list) {
    EXPECT_GT(shipped_lexicon().size(), 2'500U);
    Lexicon lexicon;
    for (auto lines : {shipped::slang(), shipped::indocollex()}) {
        const auto added = lexicon.add("list", lines);
        EXPECT_TRUE(added) << added.error().detail;
    }
}

TEST(Lexicon, says_which_line_is_wrong) {
    struct Case {
        std::string_view lines, detail;
    };
    for (auto [lines, detail] : {
             Case{"pju\tpenerangan jalan umum\nmhn mohon\n", "my.tsv, line 2: a tab"},
             Case{"# note\n\nPJU\tpenerangan\n", "my.tsv, line 3: slang is"},
             Case{"pju\t\n", "my.tsv, line 1: formal is"},
             Case{"\tmohon\n", "my.tsv, line 1: slang is"},
             Case{"a b c d e\tmohon\n", "my.tsv, line 1: slang is"},
             Case{"pju \tmohon\n", "my.tsv, line 1: slang is"},
             Case{"mhn\tmohon\nmhn\tmau\n", "my.tsv, line 2: this slang"},
             Case{"mohon\tmohon\n", "my.tsv, line 1: slang and formal"},
             Case{"mhn\tMohon\n", "my.tsv, line 1: formal is"},
         }) {
        Lexicon lexicon;
        const auto added = lexicon.add("my.tsv", lines);
        ASSERT_FALSE(added) << lines;
        EXPECT_EQ(added.error().code, "lexicon.line");
        EXPECT_TRUE(added.error().detail.starts_with(detail)) << added.error().detail;
    }
}

TEST(Lexicon, an_earlier_file_goes_before_a_later_one) {
    Lexicon lexicon;
    ASSERT_TRUE(lexicon.add("ours.tsv", "kk\tkartu keluarga\tnote\n"));
    ASSERT_TRUE(lexicon.add("theirs.tsv", "kk\tkakak\r\nbgt\tsekali"));
    EXPECT_EQ(normalise("KK bgt", lexicon).text, "kartu keluarga sekali");
}

} // namespace
} // namespace triage
