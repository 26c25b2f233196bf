// Where a case stands: everything that lists and counts need to know of it and of its clocks, as bits in its
// row. The numbers are used by the indexes of migration 0015. Pure; never fails.
#pragma once
#include "cases/case.h"
#include "deadlines/deadline.h"

#include <span>

namespace cases {

[[nodiscard]] constexpr bool is_open(State state) noexcept {
    switch (state) {
    case State::received:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::scheduled:
    case State::awaiting_reporter: return true;
    case State::resolved:
    case State::closed:
    case State::referred:
    case State::declined:
    case State::archived: return false;
    }
    return false;
}

enum class Mark : int {
    open = 1,
    // Of open cases only:
    unassigned = 2, ///< received, verified or assigned, without an office or without a person
    due_soon = 4,   ///< a clock is in its last quarter, none has passed
    late = 8,       ///< a running clock has passed
    asking = 16,    ///< the reporter was asked something
    to_decide = 32, ///< escalated, objected to, returned twice or contested twice
    urgent = 64,    ///< at or above the agency's threshold
    overdue = 128,  ///< the clock of solving has passed
    scheduled = 256,
    // For the public figures:
    done = 512,          ///< resolved or closed
    in_time = 1024,      ///< of done: the clock of solving was met before it was due, or there was none
    claimed = 2048,      ///< declared solved at least once: done, or contested since
    contested = 4096,    ///< at least once
    office_shown = 8192, ///< the public may know its office
    // For who sees it:
    restricted = 16384, ///< about conduct, or whistleblowing: its office alone does not decide
    whistleblowing = 32768,
};

struct Standing {
    int bits = 0;

    [[nodiscard]] constexpr bool has(Mark mark) const noexcept {
        return (bits & static_cast<int>(mark)) != 0;
    }
    constexpr void add(Mark mark) noexcept { bits |= static_cast<int>(mark); }
    bool operator==(const Standing&) const = default;
};

[[nodiscard]] Standing standing_of(const Case& c, std::span<const deadlines::Deadline> clocks,
                                   double emergency_from, base::Time now) noexcept;

} // namespace cases
