// The detectors held to texts that were written for them (data/training/private.md).
#include "private_texts.h"

#include <gtest/gtest.h>

#include <sstream>

#pragma clang diagnostic ignored "-Wc23-extensions"

namespace triage {
namespace {

constexpr unsigned char bytes[] = {
#embed "../../data/training/private.jsonl"
};

const std::vector<private_texts::Marked>& texts() {
    static const std::vector<private_texts::Marked> all = [] {
        std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), sizeof bytes));
        return private_texts::read(in);
    }();
    return all;
}

TEST(MaskTexts, nearly_all_that_is_private_is_hidden_and_little_else) {
    ASSERT_EQ(texts().size(), 500U);
    const private_texts::Score score = private_texts::score(texts());
    EXPECT_GE(score.all.recall(), 0.98);
    EXPECT_GE(score.all.precision(), 0.95);
    for (const auto& [kind, sum] : score.kinds) {
        EXPECT_GE(sum.recall(), 0.95) << kind;
        EXPECT_GE(sum.precision(), 0.93) << kind;
    }
    if (HasFailure())
        for (const auto& list : {score.missed, score.wrong})
            for (const auto& line : list)
                ADD_FAILURE() << line;
}

TEST(MaskTexts, masking_a_masked_text_changes_nothing) {
    for (const auto& marked : texts()) {
        const std::string once = masked(marked.text);
        EXPECT_EQ(masked(once), once);
    }
}

TEST(MaskTexts, marks_are_read_as_they_are_written) {
    const auto marked = private_texts::unmarked("hub [[phone|0812]], ya [[address?|Jl. A 1]]");
    EXPECT_EQ(marked.text, "hub 0812, ya Jl. A 1");
    ASSERT_EQ(marked.parts.size(), 2U);
    EXPECT_EQ(marked.parts[0].kind, "phone");
    EXPECT_EQ(marked.text.substr(marked.parts[0].begin, marked.parts[0].end - marked.parts[0].begin), "0812");
    EXPECT_EQ(marked.parts[1].kind, "address?");
    EXPECT_EQ(private_texts::unmarked("[[NIK").text, "[[NIK");
}

} // namespace
} // namespace triage
