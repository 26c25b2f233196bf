// An objection that still waits for its answer: from the reporter's objection until the case goes on or is
// declined again. Pure. Never fails.
#pragma once
#include "cases/case.h"

#include <span>
#include <string_view>

namespace cases {

struct Objection {
    std::optional<OfficeId> office; ///< that looks at it; null: the coordinators
    base::Time at{};
};

/// Whether the timeline has to be asked at all: an objection leads to `verified` and one level up.
[[nodiscard]] bool may_be_objected(const Case& c) noexcept;
/// Whether the last objection is still open. `objected` and `assigned` are when that last happened.
[[nodiscard]] std::optional<Objection> objection_of(const Case& c, std::optional<base::Time> objected,
                                                    std::optional<base::Time> assigned) noexcept;

} // namespace cases
