// When something is due: the counting rule and nothing else. Never fails.
#pragma once
#include "deadlines/calendar.h"
#include "deadlines/profile.h"

#include <span>

namespace deadlines {

struct Due {
    base::Time at{};
    bool is_provisional = false; ///< counted through a year whose holidays are not known
    bool operator==(const Due&) const = default;
};

/// A stretch in which a deadline stood still: until the reporter answered, for instance.
struct Pause {
    base::Time from{};
    base::Time until{};
    bool operator==(const Pause&) const = default;
};

/// Whether the one extension that the rule allows was granted.
enum class Extension { none, granted };

/// In order of time, cut at the start of the deadline, overlapping ones as one.
[[nodiscard]] std::vector<Pause> in_order(std::span<const Pause> pauses, base::Time start);

/// Working days: the first is the next working day after the local day of `start`; due at 23:59:59.999 of the
/// last. Calendar hours: to the millisecond. Office hours: the moment by which the office was open so long,
/// at the latest ten years after.
///
/// Pauses shift by the paused time of the mode: hours by exactly as long as it stood; working days by the
/// working days at whose end it stood; office hours by the office time of the pause. A pause that begins
/// after the due time changes nothing, and what goes beyond the rule's `pause_limit` does not either. Pauses
/// are ignored where the rule allows none. `class_code` chooses among `by_class`.
[[nodiscard]] Due due(const Spec& spec, base::Time start, const Calendar& calendar,
                      std::string_view class_code = {}, std::span<const Pause> pauses = {},
                      Extension extension = Extension::none);

/// When a pause that began at `from` comes to its limit, after `pauses`; empty when it has none. What is left
/// of the limit may be nothing: then it is `from`.
[[nodiscard]] std::optional<base::Time> pause_ends_at(const Spec& spec, base::Time start, base::Time from,
                                                      const Calendar& calendar,
                                                      std::span<const Pause> pauses);

} // namespace deadlines
