// A deadline (tenggat): a running clock of any subject, and its rules: meet, end, pause, resume, reopen,
// extend, move, cross. Pure: a deadline goes in, the changed one comes out; only `extended` can refuse. What
// it is counted from stands in it (class, pauses, extension, days), so that the order in which they come is
// indifferent and no change of the calendar moves what was counted.
#pragma once
#include "base/id.h"
#include "deadlines/due.h"

namespace deadlines {

using DeadlineId = base::Id<struct DeadlineTag>;

/// Whose deadline it is: ("case", id of the case).
struct Subject {
    std::string kind;
    std::int64_t id = 0;
};

/// How far the sweep has announced it: each crossing is announced once.
enum class Crossed { none, due_soon, overdue };

/// Whether crossings are announced at all; what is imported from the past crosses in silence.
enum class Announce { crossings, nothing };

/// A row of table deadlines.
struct Deadline {
    DeadlineId id;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string name;
    std::string profile;
    std::string profile_version;
    std::string starts_on;
    base::Time started_at{};
    base::Time due_at{};
    bool is_provisional = false;
    std::optional<base::Time> met_at;
    std::optional<base::Time> ended_at; ///< stopped without being met
    std::optional<base::Time> paused_at;
    base::Duration paused_ms{}; ///< of pauses that are over
    Crossed crossed = Crossed::none;
    std::optional<base::Time> next_crossing_at;
    std::string class_code;                  ///< by which the amount was chosen
    std::string counted;                     ///< see counted.h; empty: not recorded
    std::string pauses;                      ///< those that are over: "from-until,from-until" in ms
    std::optional<base::Time> pause_ends_at; ///< a pause with a limit ends then by itself
    std::optional<base::Time> extended_at;
    bool operator==(const Deadline&) const = default;

    [[nodiscard]] bool is_running() const noexcept { return !met_at && !ended_at; }
};
BOOST_DESCRIBE_STRUCT(Deadline, (),
                      (id, subject_kind, subject, name, profile, profile_version, starts_on, started_at,
                       due_at, is_provisional, met_at, ended_at, paused_at, paused_ms, crossed,
                       next_crossing_at, class_code, counted, pauses, pause_ends_at, extended_at))

/// Those that are over, in order.
[[nodiscard]] std::vector<Pause> pauses_of(const Deadline& deadline);

/// What a clock chip shows.
enum class State { running, due_soon, overdue, paused, met, met_late, ended };
[[nodiscard]] State state_of(const Deadline& deadline, base::Time now) noexcept;
/// Due times are inclusive: overdue begins with the next millisecond.
[[nodiscard]] bool is_overdue(const Deadline& deadline, base::Time now) noexcept;
/// Three quarters of the way, pauses left out.
[[nodiscard]] base::Time due_soon_at(const Deadline& deadline) noexcept;

/// Without an id: the store gives it.
[[nodiscard]] Deadline start_for(const Subject& subject, const Profile& profile, const Spec& spec,
                                 base::Time start, const Calendar& calendar, std::string_view class_code = {},
                                 Announce announce = Announce::crossings);

[[nodiscard]] Deadline met(Deadline deadline, base::Time at);
[[nodiscard]] Deadline ended(Deadline deadline, base::Time at);
/// Runs on as if it had never been met or ended: the same start, the same due time.
[[nodiscard]] Deadline reopened(Deadline deadline);

/// Nothing changes when it is paused already, not running, overdue (an overdue deadline cannot be stopped),
/// or has used up the rule's limit. With a limit it is due as if it stood until `pause_ends_at`.
[[nodiscard]] Deadline paused(Deadline deadline, const Spec& spec, base::Time at, const Calendar& calendar);
/// At the limit when that came before `at`.
[[nodiscard]] Deadline resumed(Deadline deadline, const Spec& spec, base::Time at, const Calendar& calendar);
/// A pause that came to its limit is over; every other deadline stays as it is.
[[nodiscard]] Deadline ran_on(Deadline deadline, base::Time now);

/// Once, by what the rule allows and before it is due: conflict `deadline.not_extendable`, conflict
/// `deadline.extended_already`, conflict `deadline.passed`.
[[nodiscard]] base::Result<Deadline> extended(Deadline deadline, const Spec& spec, base::Time now,
                                              const Calendar& calendar);
/// The subject's class changed: the due time moves as if it had had the new class from the start.
[[nodiscard]] Deadline recounted(Deadline deadline, const Spec& spec, std::string_view class_code,
                                 const Calendar& calendar);
/// Counted anew from its own start, by a rule and days of today: what an officer does, never a change alone.
/// Pauses and an extension stay where the rule has them.
[[nodiscard]] Deadline moved(Deadline deadline, const Profile& profile, const Spec& spec,
                             const Calendar& calendar);

/// What the sweep has to announce now, the furthest only: none when there is nothing.
[[nodiscard]] Crossed to_announce(const Deadline& deadline, base::Time now) noexcept;
[[nodiscard]] Deadline announced(Deadline deadline, Crossed crossed);

} // namespace deadlines

template <> inline constexpr auto base::codes<deadlines::Crossed> =
    std::to_array<base::Coded<deadlines::Crossed>>({
        {deadlines::Crossed::none, "none"},
        {deadlines::Crossed::due_soon, "due_soon"},
        {deadlines::Crossed::overdue, "overdue"},
    });
template <> inline constexpr auto base::codes<deadlines::State> =
    std::to_array<base::Coded<deadlines::State>>({
        {deadlines::State::running, "running"},
        {deadlines::State::due_soon, "due_soon"},
        {deadlines::State::overdue, "overdue"},
        {deadlines::State::paused, "paused"},
        {deadlines::State::met, "met"},
        {deadlines::State::met_late, "met_late"},
        {deadlines::State::ended, "ended"},
    });
