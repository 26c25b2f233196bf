#include "learning/history.h"

#include <gtest/gtest.h>

namespace learning {
namespace {

base::Time at(std::string_view local) {
    return base::parse_time(local).value();
}

std::optional<Entry> trial(std::string_view local, std::int64_t decisions) {
    return Entry{.at = at(local), .decisions = decisions};
}

TEST(Trials, are_due_at_night_where_people_decided_enough) {
    struct {
        std::optional<Entry> last;
        std::int64_t decisions;
        std::string_view now;
        bool is_due;
    } const cases[] = {
        {{}, 199, "2026-11-16T02:00", false},
        {{}, 200, "2026-11-16T02:00", true},
        {{}, 200, "2026-11-16T00:59", false},
        {{}, 200, "2026-11-16T05:00", false},
        {trial("2026-11-15T02:00", 200), 249, "2026-11-16T02:00", false},
        {trial("2026-11-15T02:00", 200), 250, "2026-11-16T02:00", true},
        {trial("2026-11-16T01:10", 200), 900, "2026-11-16T02:00", false},
    };
    for (const auto& each : cases)
        EXPECT_EQ(is_due(each.last, each.decisions, at(each.now), base::Zone::wib), each.is_due)
            << each.decisions << " at " << each.now;
}

Judged judged(double learnt, double now, std::optional<double> rejected = {}) {
    Judged out;
    out.learnt = {.rows = 100, .accuracy = learnt, .error = 0.04};
    out.now = {.rows = 100, .accuracy = now, .error = 0.04};
    if (rejected) out.rejected = triage::Quality{.rows = 100, .accuracy = *rejected, .error = 0.04};
    return out;
}

TEST(Challenger, is_better_by_more_than_its_error_and_nowhere_worse) {
    EXPECT_TRUE(is_better({.topic = judged(0.80, 0.70), .office = judged(0.80, 0.82)}));
    EXPECT_FALSE(is_better({.topic = judged(0.73, 0.70), .office = judged(0.80, 0.78)}));
    EXPECT_FALSE(is_better({.topic = judged(0.80, 0.70), .office = judged(0.70, 0.82)}));
    EXPECT_TRUE(reads_worse(judged(0.88, 0.97)));
    EXPECT_FALSE(reads_worse(judged(0.94, 0.97)));
    EXPECT_FALSE(reads_worse({}));
}

TEST(Challenger, must_also_beat_what_was_taken_back) {
    EXPECT_FALSE(is_better({.topic = judged(0.80, 0.70, 0.80), .office = judged(0.80, 0.80, 0.80)}));
    EXPECT_TRUE(is_better({.topic = judged(0.80, 0.70, 0.72), .office = judged(0.80, 0.80, 0.80)}));
}

TEST(Figures, come_back_as_they_were_kept) {
    auto topic = judged(0.81, 0.70, 0.6);
    topic.labels = 7;
    topic.curve = {{.p = 0.35, .right = 0.3, .rows = 12}};
    const auto read = figures_of(boost::json::serialize(
        to_json({.kind = judged(0.9, 0.8), .topic = topic, .office = judged(0.5, 0.4)})));
    EXPECT_EQ(read.topic.labels, 7);
    EXPECT_EQ(read.topic.learnt.accuracy, 0.81);
    EXPECT_EQ(read.topic.rejected->accuracy, 0.6);
    ASSERT_EQ(read.topic.curve.size(), 1);
    EXPECT_EQ(read.topic.curve.front().rows, 12);
    EXPECT_EQ(read.office.now.accuracy, 0.4);
    EXPECT_FALSE(read.office.rejected);
    EXPECT_EQ(figures_of("{").topic.learnt.rows, 0);
}

} // namespace
} // namespace learning
