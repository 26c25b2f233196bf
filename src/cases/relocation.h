// Moving the open cases of an office that was split or merged: to one office, or to whichever the rules name.
// Pure. State and clocks of a case stay as they are.
#pragma once
#include "cases/event.h"
#include "cases/routing.h"

namespace cases {

using RelocationId = base::Id<struct RelocationTag>;

enum class RelocationState { running, done };

/// What was asked.
struct Move {
    OfficeId from;
    std::optional<OfficeId> to = {};       ///< null: where the rules send each
    std::optional<std::string> topic = {}; ///< only these; null: all
    std::optional<std::string> area = {};  ///< only there and below
    MoveReason reason = MoveReason::rules;
};

/// How far it is.
struct Relocation {
    RelocationId id;
    base::Time asked_at{};
    Move move;
    RelocationState state = RelocationState::running;
    std::int64_t n_total = 0; ///< open cases of the office when it was asked
    std::int64_t n_moved = 0;
    std::int64_t n_left = 0; ///< that stay: another topic or place, no rule, or a person must decide
};

inline constexpr int previewed_cases = 2'000;

/// What would become of the open cases of an office.
struct Outlook {
    std::int64_t open = 0; ///< of the office
    std::int64_t read = 0; ///< at most previewed_cases of them, the longest wait first
    std::int64_t stay = 0; ///< of those read
    std::vector<std::pair<OfficeId, std::int64_t>> to; ///< the most first
};

/// Where the case goes; null: it stays. A person decides about whistleblowing and complaints about conduct.
struct Destination {
    OfficeId office;
    std::optional<agency::RoutingRuleId> rule = {};
};
[[nodiscard]] std::optional<Destination> destination_of(const Case& c, const Move& move,
                                                        const RuleSet& rules);

/// Refused with conflict `case.stays` when it stays.
[[nodiscard]] base::Result<Event> relocate(const Case& c, const Move& move, const RuleSet& rules,
                                           base::Time now);

} // namespace cases

template <> inline constexpr auto base::codes<cases::RelocationState> =
    std::to_array<base::Coded<cases::RelocationState>>({
        {cases::RelocationState::running, "running"},
        {cases::RelocationState::done, "done"},
    });
