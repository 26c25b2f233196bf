#include "intake/form_seal.h"
#include "intake/report.h"
#include "intake/suspicion.h"
#include "intake/watch.h"

#include <gtest/gtest.h>

namespace intake {
namespace {

using namespace std::chrono_literals;

const base::Time now = base::time_from_ms(1'779'700'000'000);

TEST(FormSeal, says_when_the_form_was_handed_out_and_cannot_be_made_by_others) {
    const std::string key = sealed_key("garam", std::string(16, 'r'), now);
    EXPECT_TRUE(is_form_key(key)) << key;
    EXPECT_EQ(handed_out_at("garam", key), now);
    EXPECT_EQ(handed_out_at("other", key), std::nullopt);
    for (std::size_t i = 22; i < key.size(); ++i) {
        std::string forged = key;
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(handed_out_at("garam", forged), std::nullopt) << i;
    }
    EXPECT_EQ(handed_out_at("garam", key.substr(0, 22)), std::nullopt);
    EXPECT_EQ(handed_out_at("garam", ""), std::nullopt);
    EXPECT_TRUE(is_form_key(key.substr(0, 22))) << "a form of an older page is still taken";
}

TEST(FormSeal, a_confirmation_is_for_one_form) {
    const std::string key = sealed_key("garam", std::string(16, 'r'), now);
    EXPECT_TRUE(is_confirmed("garam", key, confirmation("garam", key)));
    EXPECT_FALSE(is_confirmed("garam", key, confirmation("other", key)));
    EXPECT_FALSE(is_confirmed("garam", "another", confirmation("garam", key)));
    EXPECT_FALSE(is_confirmed("garam", key, ""));
}

TEST(Suspicion, asks_only_when_no_person_is_likely) {
    struct Row {
        Signs signs;
        Suspicion wanted;
    };
    for (const Row& row : {Row{{}, Suspicion::none},
                           Row{{.has_filled_hidden_member = true, .took = 60s}, Suspicion::hidden_member},
                           Row{{.took = 1s, .may_be_quick = true}, Suspicion::none},
                           Row{{.took = 1s, .may_be_quick = false}, Suspicion::too_quick},
                           Row{{.took = 2s, .may_be_quick = false}, Suspicion::none},
                           Row{{.took = std::nullopt, .may_be_quick = false}, Suspicion::none},
                           Row{{.other_lines_with_same_words = 3}, Suspicion::none},
                           Row{{.other_lines_with_same_words = 4}, Suspicion::same_words}})
        EXPECT_EQ(suspicion_of(row.signs), row.wanted);
}

struct WatchTest : ::testing::Test {
    base::Time at = now;
    Watch watch{[this] { return at; }};
    const std::string words = "Lampu jalan di depan pasar sudah tiga malam mati, mohon diperbaiki.";
};

TEST_F(WatchTest, counts_the_lines_that_send_the_same_words) {
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(watch.other_lines_with(words, "203.0.113." + std::to_string(i)), i);
    EXPECT_EQ(
        watch.other_lines_with("LAMPU jalan di depan pasar, sudah tiga malam mati! Mohon diperbaiki", "x"), 4)
        << "another spelling is the same bot";
    EXPECT_EQ(watch.other_lines_with(words, "203.0.113.0"), 3) << "its own line does not count";
    EXPECT_EQ(watch.other_lines_with(words + " Terima kasih banyak.", "y"), 0);
    at += 61min;
    EXPECT_EQ(watch.other_lines_with(words, "z"), 0);
}

TEST_F(WatchTest, short_words_are_everybodys) {
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(watch.other_lines_with("Lampu jalan mati", std::to_string(i)), 0);
}

} // namespace
} // namespace intake
