// Who may change a running deadline by hand: extend it once where its rule allows, or have it counted anew.
// Pure.
#pragma once
#include "cases/actor.h"
#include "cases/standing.h"

namespace cases {

enum class DeadlineChange { extend, move };

inline constexpr std::size_t max_deadline_reason = 500; ///< characters

/// forbidden `office.not_yours` to all but coordinators and heads; conflict `case.wrong_state` once it is
/// over.
[[nodiscard]] base::Result<void> may_change_deadline(const Case& c, const Actor& actor);

} // namespace cases

template <> inline constexpr auto base::codes<cases::DeadlineChange> =
    std::to_array<base::Coded<cases::DeadlineChange>>({
        {cases::DeadlineChange::extend, "perpanjang"},
        {cases::DeadlineChange::move, "hitung-ulang"},
    });
