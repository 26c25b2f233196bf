#include "triage/terms.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace triage {
namespace {

std::string stems(std::string_view text) {
    std::string out;
    for (const auto& term : terms(text))
        out += (out.empty() ? "" : " ") + term.stem;
    return out;
}

TEST(Terms, words_of_one_root_have_one_stem) {
    struct Row {
        std::string_view text, stems;
    };
    for (auto [text, wanted] : {
             Row{"diperbaiki perbaikan memperbaiki", "baik baik baik"},
             Row{"jalannya JALAN jalan2", "jalan jalan jalan jalan"},
             Row{"jln bolong", "jalan lubang"},
             Row{"pelayanan dilayani", "layan layan"},
             Row{"RT 03, Km. 12!", "rukun tetangga 03 kilometer 12"},
             Row{"ｓａｍｐａｈ bertum\u200bpuk", "sampah tumpuk"},
             Row{"café", "café"},
             Row{"... ?! -- ( ) \" * 🙏", ""},
             Row{"\xff\xfe sampah", "sampah"},
             Row{"", ""},
         })
        EXPECT_EQ(stems(text), wanted) << text;
}

TEST(Terms, what_was_masked_is_nobodys_word) {
    EXPECT_EQ(stems("hubungi [nomor telepon disamarkan] atau [NIK disamarkan] sampah"), "hubung atau sampah");
    EXPECT_EQ(stems("foto itu disamarkan] orangnya"), "foto itu orang");
}

TEST(Terms, of_a_long_word_the_beginning_counts) {
    const auto found = terms(std::string(500, 'q'));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_LE(found[0].form.size(), longest_term);
    const auto wide = terms("ééééééééééééééééééééééééééééééé");
    ASSERT_EQ(wide.size(), 1u);
    EXPECT_EQ(wide[0].form, "éééééééééééééééééééé") << "whole characters";
}

TEST(Terms, fillers_are_known) {
    for (auto word : {"yang", "di", "ke", "dan", "untuk"})
        EXPECT_TRUE(is_filler(word)) << word;
    for (auto word : {"jalan", "", "tidak", "3"})
        EXPECT_FALSE(is_filler(word)) << word;
}

RC_GTEST_PROP(Terms, of_any_text_hold_letters_and_digits_only, (const std::string& text)) {
    for (const auto& term : terms(text)) {
        RC_ASSERT(!term.form.empty() && !term.stem.empty());
        RC_ASSERT(term.form.size() <= longest_term && term.stem.size() <= longest_term);
        for (const std::string& each : {term.form, term.stem})
            RC_ASSERT(std::ranges::all_of(each, [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80;
            }));
    }
}

} // namespace
} // namespace triage
