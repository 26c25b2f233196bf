// A ladder (tangga pengingat): who is told of a running deadline when which part of its time is over, as data
// in versions. Pure; a wrong ladder is `field.invalid` with the path: "ladder.steps[1].at_percent".
#pragma once
#include "base/json.h"
#include "deadlines/deadline.h"

#include <span>

namespace deadlines {

enum class Audience {
    assignee,    ///< who is in charge, else the operators of the office
    coordinator, ///< of the office, else of the nearest above
    office_head,
    agency_head,
};

struct Step {
    int at_percent = 0; ///< of the deadline's own time; 100: when it has passed
    Audience tells = Audience::assignee;
    std::optional<bool> escalates; ///< the case goes one level up, its reporter is told
    bool operator==(const Step&) const = default;
};
BOOST_DESCRIBE_STRUCT(Step, (), (at_percent, tells, escalates))

/// Hours of the day, "20.00", in which nobody is written to; they may go over midnight.
struct Quiet {
    std::string from;
    std::string until;
    std::optional<bool> on_days_off; ///< also all day when the calendar has no working day
    bool operator==(const Quiet&) const = default;
};
BOOST_DESCRIBE_STRUCT(Quiet, (), (from, until, on_days_off))

struct Ladder {
    std::optional<std::string> version; ///< given where it is kept
    std::optional<Quiet> quiet;
    std::vector<Step> steps; ///< by percent
    bool operator==(const Ladder&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (version, quiet, steps))

inline constexpr int earliest_percent = 25; ///< nothing is due before that part of a deadline's time
inline constexpr int latest_percent = 400;
inline constexpr std::size_t most_steps = 8;

/// In order. Each step once; exactly one escalates, and not before the deadline has passed.
[[nodiscard]] base::Result<Ladder> checked(Ladder ladder);
/// data/ladders/ladder.json, built into the program.
[[nodiscard]] const Ladder& shipped_ladder();

/// "80.assignee": names a step wherever it was taken.
[[nodiscard]] std::string key_of(const Step& step);

/// When that part of the deadline's own time is over: hours as they pass, working days as the calendar has
/// them, both without the time in which it stood still. Counted from the due time, so that at 100 it is just
/// that, whatever moved it.
[[nodiscard]] base::Time moment_of(const Deadline& deadline, const Spec& spec, int percent,
                                   const Calendar& calendar, std::string_view class_code = {});

struct DueStep {
    Step step;
    base::Time at{};
    bool is_passed_over = false; ///< a later one that is due as well tells the same people
    bool operator==(const DueStep&) const = default;
};

/// A running deadline as its ladder sees it.
struct Climb {
    const Deadline& deadline;
    const Spec& spec;
    const Ladder& ladder;
    const Calendar& calendar;
    std::string_view class_code = {};
    std::span<const std::string> taken = {}; ///< keys of steps
};
/// What is due at `now` and was not taken, in order; nothing while the deadline stands still or is over.
[[nodiscard]] std::vector<DueStep> due_steps(const Climb& climb, base::Time now);
/// When the next step after `now` is due.
[[nodiscard]] std::optional<base::Time> next_step_at(const Climb& climb, base::Time now);

/// Not later than any ladder's first step for what starts now, and cheap: days off are left out of it.
[[nodiscard]] base::Time first_look_at(const Spec& spec, base::Time start, std::string_view class_code = {});

/// From when somebody may be written to of what is so now: `now`, or when the quiet hours are over.
[[nodiscard]] base::Time may_ring_at(const Ladder& ladder, const Calendar& calendar, base::Time now);

} // namespace deadlines

template <> inline constexpr auto base::codes<deadlines::Audience> =
    std::to_array<base::Coded<deadlines::Audience>>({
        {deadlines::Audience::assignee, "assignee"},
        {deadlines::Audience::coordinator, "coordinator"},
        {deadlines::Audience::office_head, "office_head"},
        {deadlines::Audience::agency_head, "agency_head"},
    });
