#include "triage/calibrate.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

/// `right` of ten texts are of the label that scores higher.
void add(std::vector<HeldBack>& texts, int count, int right, bool is_found) {
    for (int i = 0; i < count; ++i)
        texts.push_back({.scores = {1, -1}, .truth = i % 10 < right ? 0 : 1, .is_found = is_found});
}

double sureness(std::vector<HeldBack> texts, Asked asked) {
    Head head{.name = "label", .labels = {"a", "b"}, .bias = {0, 0}};
    calibrate(head, texts, asked);
    return Model::guesses(head, std::vector<float>{1, -1}).front().p;
}

TEST(Calibrate, a_chance_is_how_often_it_is_right) {
    std::vector<HeldBack> texts;
    add(texts, 400, 8, false);
    EXPECT_NEAR(sureness(texts, Asked::like_these), 0.8, 0.01);
}

TEST(Calibrate, texts_that_were_found_count_alone_where_they_are_enough) {
    std::vector<HeldBack> texts;
    add(texts, 1'000, 10, false);
    add(texts, 200, 6, true);
    EXPECT_GT(sureness(texts, Asked::like_these), 0.9);
    add(texts, 100, 6, true);
    EXPECT_NEAR(sureness(texts, Asked::like_these), 0.6, 0.01);
}

TEST(Calibrate, what_is_to_come_is_told_less_surely) {
    std::vector<HeldBack> texts;
    add(texts, 400, 9, false);
    const double likely = sureness(texts, Asked::like_these), later = sureness(texts, Asked::later);
    EXPECT_LT(later, likely);
    EXPECT_NEAR(later, likely, 0.03);
}

} // namespace
} // namespace triage
