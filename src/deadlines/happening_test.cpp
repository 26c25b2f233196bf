#include "deadlines/happening.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deadlines {
namespace {

using testing::at;

/// All deadlines of one case, as a store would keep them.
class Kept {
public:
    explicit Kept(std::string_view profile) : profile_(testing::profile(profile)) {}

    void happens(std::string_view event, const char* time) {
        Changes changes = follow({"case", 1}, {.event = event, .at = at(time)}, profile_, shipped_profiles(),
                                 rows_, calendar_);
        for (Deadline& changed : changes.changed)
            *std::ranges::find(rows_, changed.id, &Deadline::id) = changed;
        for (Deadline& started : changes.started) {
            started.id = DeadlineId{++last_id_};
            rows_.push_back(started);
        }
    }
    [[nodiscard]] const Deadline* find(std::string_view name) const {
        const auto found = std::ranges::find(rows_, name, &Deadline::name);
        return found == rows_.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string state(std::string_view name, const char* now) const {
        const Deadline* found = find(name);
        return found ? std::string(base::code_of(state_of(*found, at(now)))) : "none";
    }
    [[nodiscard]] std::string due(std::string_view name) const {
        return base::to_iso(base::local_day(find(name)->due_at, base::Zone::wib));
    }

private:
    const Profile& profile_;
    Calendar calendar_ = shipped_calendar(base::Zone::wib);
    std::vector<Deadline> rows_;
    std::int64_t last_id_ = 0;
};

TEST(Happening, a_case_runs_through_the_clocks_of_sp4n_lapor) {
    Kept kept("sp4n-lapor");
    kept.happens("received", "2026-11-02T09:00");
    EXPECT_EQ(kept.due("verify"), "2026-11-05");
    EXPECT_EQ(kept.due("resolve"), "2026-11-20");
    EXPECT_EQ(kept.find("follow_up"), nullptr);
    kept.happens("verified", "2026-11-03T09:00");
    EXPECT_EQ(kept.state("verify", "2026-11-30T00:00"), "met");
    kept.happens("assigned", "2026-11-03T10:00");
    EXPECT_EQ(kept.due("follow_up"), "2026-11-10");
    kept.happens("started", "2026-11-04T10:00");
    EXPECT_EQ(kept.state("follow_up", "2026-11-30T00:00"), "met");
    kept.happens("resolved", "2026-11-06T10:00");
    EXPECT_EQ(kept.state("resolve", "2026-11-30T00:00"), "met");
    EXPECT_EQ(kept.due("silence"), "2026-11-20");
    kept.happens("closed", "2026-11-21T00:00");
    EXPECT_EQ(kept.state("silence", "2026-11-30T00:00"), "ended");
}

TEST(Happening, moving_between_offices_resets_nothing) {
    Kept kept("sp4n-lapor");
    kept.happens("received", "2026-11-02T09:00");
    kept.happens("verified", "2026-11-02T10:00");
    kept.happens("assigned", "2026-11-02T10:00");
    const Deadline before = *kept.find("follow_up");
    kept.happens("returned", "2026-11-04T10:00");
    kept.happens("assigned", "2026-11-06T10:00");
    EXPECT_EQ(*kept.find("follow_up"), before);
}

TEST(Happening, a_contest_reopens_with_the_same_due_time_and_a_second_silence_starts_anew) {
    Kept kept("sp4n-lapor");
    kept.happens("received", "2026-11-02T09:00");
    kept.happens("resolved", "2026-11-06T10:00");
    const std::string due = kept.due("resolve");
    kept.happens("contested", "2026-11-09T10:00");
    EXPECT_EQ(kept.state("resolve", "2026-11-09T11:00"), "running");
    EXPECT_EQ(kept.due("resolve"), due);
    EXPECT_EQ(kept.state("silence", "2026-11-09T11:00"), "met");
    kept.happens("resolved", "2026-11-12T10:00");
    EXPECT_EQ(kept.state("silence", "2026-11-12T11:00"), "running");
    EXPECT_EQ(kept.due("silence"), "2026-11-26");
}

TEST(Happening, asking_the_reporter_stops_only_what_the_agency_must_do) {
    Kept kept("sp4n-lapor");
    kept.happens("received", "2026-11-02T09:00");
    kept.happens("verified", "2026-11-02T10:00");
    kept.happens("assigned", "2026-11-02T10:00");
    kept.happens("asked", "2026-11-03T10:00");
    EXPECT_EQ(kept.state("resolve", "2026-12-30T00:00"), "paused");
    EXPECT_EQ(kept.state("follow_up", "2026-12-30T00:00"), "paused");
    kept.happens("reporter_answered", "2026-11-05T10:00");
    EXPECT_EQ(kept.due("resolve"), "2026-11-24");
    EXPECT_EQ(kept.due("follow_up"), "2026-11-11");
}

TEST(Happening, what_was_declined_or_archived_runs_on_when_it_comes_back) {
    for (const auto& [stop, back] : {std::pair("declined", "objected"), std::pair("archived", "restored")}) {
        Kept kept("3x24-jam");
        kept.happens("received", "2026-11-02T09:00");
        const Deadline before = *kept.find("resolve");
        kept.happens(stop, "2026-11-02T10:00");
        EXPECT_EQ(kept.state("resolve", "2026-12-30T00:00"), "ended") << stop;
        kept.happens(back, "2026-11-02T11:00");
        EXPECT_EQ(*kept.find("resolve"), before) << back;
    }
}

TEST(Happening, an_event_that_no_rule_names_changes_nothing) {
    Kept kept("3x24-jam");
    kept.happens("received", "2026-11-02T09:00");
    const Deadline before = *kept.find("resolve");
    for (const char* event : {"noted", "received", "joined", ""})
        kept.happens(event, "2026-11-02T10:00");
    EXPECT_EQ(*kept.find("resolve"), before);
}

} // namespace
} // namespace deadlines
