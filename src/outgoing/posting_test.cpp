#include "outgoing/posting.h"
#include "outgoing/posting_fate.h"

#include <gtest/gtest.h>

namespace outgoing {
namespace {

using namespace std::chrono_literals;
using network::Found;
using network::Verdict;

const base::Time began = base::time_from_ms(1'779'700'000'000);

TEST(Posting, answers_in_public_only_who_may_be_known) {
    cases::Case c;
    c.kind = cases::Kind::complaint;
    c.identity_mode = cases::IdentityMode::public_;
    EXPECT_TRUE(may_answer(c, items::Visibility::public_, TemplateKey::resolved));
    c.identity_mode = cases::IdentityMode::anonim;
    EXPECT_FALSE(may_answer(c, items::Visibility::public_, TemplateKey::resolved));
    EXPECT_FALSE(may_answer(c, items::Visibility::unlisted, TemplateKey::resolved));
    EXPECT_TRUE(may_answer(c, items::Visibility::private_, TemplateKey::resolved)) << "to themselves";
    c.kind = cases::Kind::whistleblowing;
    c.identity_mode = cases::IdentityMode::public_;
    EXPECT_FALSE(may_answer(c, items::Visibility::public_, TemplateKey::received_sealed));
    EXPECT_FALSE(may_answer(c, items::Visibility::private_, TemplateKey::resolved));
    EXPECT_TRUE(may_answer(c, items::Visibility::private_, TemplateKey::received_sealed));
}

TEST(Posting, says_less_in_public_than_in_a_conversation) {
    EXPECT_TRUE(is_told_on_network(TemplateKey::resolved, items::Visibility::public_));
    EXPECT_FALSE(is_told_on_network(TemplateKey::assigned, items::Visibility::public_));
    EXPECT_TRUE(is_told_on_network(TemplateKey::assigned, items::Visibility::private_));
}

TEST(PostingFate, never_repeats_what_may_stand) {
    for (const auto verdict : {Verdict::unknown}) {
        const auto fate = after_step({.verdict = verdict}, began, began, 10s);
        EXPECT_EQ(fate.next, Next::look);
        EXPECT_EQ(fate.at, began + first_look);
    }
    for (const auto verdict : {Verdict::rejected, Verdict::forbidden, Verdict::gone})
        EXPECT_EQ(after_step({.verdict = verdict}, began, began, 10s).next, Next::failed);
}

TEST(PostingFate, waits_as_long_as_the_network_says) {
    const auto fate =
        after_step({.verdict = Verdict::limited, .code = "429", .again_at = began + 7min}, began, began, 10s);
    EXPECT_EQ(fate.next, Next::again);
    EXPECT_EQ(fate.at, began + 7min);
    EXPECT_EQ(fate.problem, "network.limited:429");
    EXPECT_EQ(after_step({.verdict = Verdict::limited}, began, began + tried_for + 1s, 10s).next,
              Next::failed);
}

TEST(PostingFate, sends_again_only_after_two_looks_and_the_time_in_which_it_could_still_appear) {
    EXPECT_EQ(after_look(Found::no, 1, began, began + 45s).next, Next::look);
    EXPECT_EQ(after_look(Found::no, 1, began, began + 45s).at, began + looks_end);
    EXPECT_EQ(after_look(Found::no, 2, began, began + 100s).next, Next::look) << "too early";
    EXPECT_EQ(after_look(Found::no, 1, began, began + 200s).next, Next::look) << "once is not enough";
    EXPECT_EQ(after_look(Found::no, 2, began, began + looks_end).next, Next::again);
    EXPECT_EQ(after_look(Found::yes, 0, began, began).next, Next::go_on);
}

TEST(PostingFate, asks_a_person_where_no_network_can_say) {
    EXPECT_EQ(after_look(Found::cannot_tell, 0, began, began + 1min).next, Next::look)
        << "an answer may be garbled";
    EXPECT_EQ(after_look(Found::cannot_tell, 0, began, began + 3h).next, Next::person);
}

} // namespace
} // namespace outgoing
