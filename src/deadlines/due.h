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

/// In order of time, cut at the start of the deadline, overlapping ones as one.
[[nodiscard]] std::vector<Pause> in_order(std::span<const Pause> pauses, base::Time start);

/// Working days: the first is the next working day after the local day of `start`; due at 23:59:59.999 of the
/// last. Calendar hours: to the millisecond.
///
/// Pauses shift by the paused time of the mode: hours by exactly as long as it stood; working days by the
/// working days at whose end it stood. A pause that begins after the due time changes nothing. Pauses are
/// ignored where the rule allows none. `class_code` chooses among `by_class`.
[[nodiscard]] Due due(const Spec& spec, base::Time start, const Calendar& calendar,
                      std::string_view class_code = {}, std::span<const Pause> pauses = {});

} // namespace deadlines
