#include "deadlines/deadline.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

using testing::at;

const Calendar& calendar() {
    static const Calendar shipped = shipped_calendar(base::Zone::wib);
    return shipped;
}

/// 72 hours from Saturday 23 May 2026 06:48.
Deadline three_days(Announce announce = Announce::crossings) {
    const Profile& profile = testing::profile("3x24-jam");
    return start_for({"case", 7}, profile, profile.deadlines[0], at("2026-05-23T06:48"), calendar(), {},
                     announce);
}
const Spec& three_days_spec() {
    return testing::profile("3x24-jam").deadlines[0];
}

/// Paused by the rule of 3x24 hours.
Deadline held(Deadline deadline, const char* time) {
    return paused(std::move(deadline), three_days_spec(), at(time), calendar());
}

TEST(Deadline, starts_with_the_rule_version_and_its_next_crossing) {
    const Deadline deadline = three_days();
    EXPECT_EQ(deadline.subject_kind, "case");
    EXPECT_EQ(deadline.subject, 7);
    EXPECT_EQ(deadline.name, "resolve");
    EXPECT_EQ(deadline.profile, "3x24-jam");
    EXPECT_EQ(deadline.profile_version, "1");
    EXPECT_EQ(deadline.starts_on, "received");
    EXPECT_EQ(deadline.due_at, at("2026-05-26T06:48"));
    EXPECT_EQ(deadline.next_crossing_at, at("2026-05-25T12:48"));
    EXPECT_EQ(deadline.crossed, Crossed::none);
}

TEST(Deadline, shows_its_state) {
    const Deadline running = three_days();
    const struct {
        Deadline deadline;
        const char* now;
        State state;
    } rows[] = {
        {running, "2026-05-25T12:48", State::running},
        {running, "2026-05-25T12:48:00.001", State::due_soon},
        {running, "2026-05-26T06:48", State::due_soon},
        {running, "2026-05-26T06:48:00.001", State::overdue},
        {met(running, at("2026-05-26T06:48")), "2026-06-01T00:00", State::met},
        {met(running, at("2026-05-26T06:48:00.001")), "2026-06-01T00:00", State::met_late},
        {ended(running, at("2026-05-24T00:00")), "2026-06-01T00:00", State::ended},
        {held(running, "2026-05-24T00:00"), "2026-06-01T00:00", State::paused},
    };
    for (const auto& row : rows)
        EXPECT_EQ(base::code_of(state_of(row.deadline, at(row.now))), base::code_of(row.state)) << row.now;
}

TEST(Deadline, a_pause_moves_due_time_and_next_crossing) {
    Deadline deadline = held(three_days(), "2026-05-23T07:00");
    EXPECT_EQ(deadline.next_crossing_at, std::nullopt);
    EXPECT_EQ(to_announce(deadline, at("2026-06-30T00:00")), Crossed::none);
    deadline = resumed(std::move(deadline), three_days_spec(), at("2026-05-23T18:35"), calendar());
    EXPECT_EQ(deadline.due_at, at("2026-05-26T18:23"));
    EXPECT_EQ(deadline.next_crossing_at, at("2026-05-26T00:23"));
    EXPECT_EQ(deadline.paused_ms, std::chrono::minutes(11 * 60 + 35));
    EXPECT_EQ(deadline.paused_at, std::nullopt);
}

TEST(Deadline, that_is_overdue_cannot_be_stopped_any_more) {
    const Deadline deadline = three_days();
    EXPECT_EQ(held(deadline, "2026-05-26T06:48:00.001"), deadline);
    EXPECT_NE(held(deadline, "2026-05-26T06:48"), deadline);
}

TEST(Deadline, that_stands_or_is_done_is_not_paused_met_or_ended_twice) {
    const Deadline standing = held(three_days(), "2026-05-23T07:00");
    EXPECT_EQ(held(standing, "2026-05-23T08:00"), standing);
    const Deadline done = met(three_days(), at("2026-05-23T07:00"));
    EXPECT_EQ(met(done, at("2026-05-23T09:00")), done);
    EXPECT_EQ(ended(done, at("2026-05-23T09:00")), done);
    EXPECT_EQ(held(done, "2026-05-23T09:00"), done);
    EXPECT_EQ(resumed(done, three_days_spec(), at("2026-05-23T09:00"), calendar()), done);
}

TEST(Deadline, reopened_runs_on_with_the_same_due_time) {
    const Deadline before = three_days();
    EXPECT_EQ(reopened(met(before, at("2026-05-25T16:41"))), before);
    EXPECT_EQ(reopened(ended(before, at("2026-05-25T16:41"))), before);
    // After the due time it is overdue at once.
    const Deadline late = reopened(met(before, at("2026-05-25T16:41")));
    EXPECT_EQ(to_announce(late, at("2026-05-27T00:00")), Crossed::overdue);
}

TEST(Deadline, announces_each_crossing_once) {
    Deadline deadline = three_days();
    EXPECT_EQ(to_announce(deadline, at("2026-05-25T12:48")), Crossed::none);
    EXPECT_EQ(to_announce(deadline, at("2026-05-25T12:49")), Crossed::due_soon);
    deadline = announced(std::move(deadline), Crossed::due_soon);
    EXPECT_EQ(deadline.next_crossing_at, deadline.due_at);
    EXPECT_EQ(to_announce(deadline, at("2026-05-26T06:48")), Crossed::none);
    EXPECT_EQ(to_announce(deadline, at("2026-05-26T06:49")), Crossed::overdue);
    deadline = announced(std::move(deadline), Crossed::overdue);
    EXPECT_EQ(deadline.next_crossing_at, std::nullopt);
    EXPECT_EQ(to_announce(deadline, at("2026-06-30T00:00")), Crossed::none);
}

TEST(Deadline, that_passed_both_crossings_while_nobody_looked_is_announced_as_overdue) {
    EXPECT_EQ(to_announce(three_days(), at("2026-06-30T00:00")), Crossed::overdue);
}

TEST(Deadline, from_the_past_is_never_announced_not_even_after_a_pause) {
    Deadline deadline = three_days(Announce::nothing);
    EXPECT_EQ(to_announce(deadline, at("2026-06-30T00:00")), Crossed::none);
    deadline = resumed(held(std::move(deadline), "2026-05-24T00:00"), three_days_spec(),
                       at("2026-05-25T00:00"), calendar());
    EXPECT_EQ(deadline.next_crossing_at, std::nullopt);
    EXPECT_EQ(state_of(deadline, at("2026-06-30T00:00")), State::overdue);
}

TEST(Deadline, is_extended_once_where_the_law_allows) {
    const Profile& profile = testing::profile("information-request");
    const Spec& spec = *profile.find("answer");
    const Deadline deadline = start_for({"request", 1}, profile, spec, at("2026-11-02T09:00"), calendar());
    EXPECT_EQ(deadline.due_at, at("2026-11-16T23:59:59.999"));
    const auto longer = extended(deadline, spec, at("2026-11-10T09:00"), calendar());
    ASSERT_TRUE(longer);
    EXPECT_EQ(longer->due_at, at("2026-11-25T23:59:59.999"));
    const auto again = extended(*longer, spec, at("2026-11-10T09:00"), calendar());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "deadline.extended_already");
    EXPECT_EQ(extended(three_days(), three_days_spec(), at("2026-05-23T09:00"), calendar()).error().code,
              "deadline.not_extendable");
    EXPECT_EQ(extended(deadline, spec, at("2026-11-17T00:00"), calendar()).error().code, "deadline.passed");
}

TEST(Deadline, is_counted_again_when_the_class_changes_and_keeps_its_pauses) {
    const Profile& profile = testing::profile("sp4n-lapor");
    const Spec& spec = *profile.find("resolve");
    const base::Time start = at("2026-01-02T09:00");
    const std::vector<Pause> pauses{{at("2026-01-07T10:00"), at("2026-01-09T10:00")}};
    Deadline deadline = start_for({"case", 1}, profile, spec, start, calendar(), "no_oversight");
    deadline = resumed(paused(std::move(deadline), spec, pauses[0].from, calendar()), spec, pauses[0].until,
                       calendar());
    const Deadline longer = recounted(deadline, spec, "oversight", calendar());
    EXPECT_EQ(longer.due_at, due(spec, start, calendar(), "oversight", pauses).at);
    const Deadline back = recounted(longer, spec, "no_oversight", calendar());
    EXPECT_EQ(back.due_at, deadline.due_at);
    EXPECT_EQ(back.next_crossing_at, deadline.next_crossing_at);
    EXPECT_EQ(recounted(deadline, spec, "", calendar()).due_at, deadline.due_at);
}

} // namespace
} // namespace deadlines
