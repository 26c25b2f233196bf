// A case that two offices refused: it waits for the arbiter, who says which office is responsible until a
// time of its own. No other deadline of the case moves. Pure.
#pragma once
#include "agency/arbiter.h"
#include "cases/case.h"
#include "deadlines/calendar.h"

namespace cases {

struct Arbitration {
    CaseId case_id;
    base::Time started_at{};
    base::Time due_at{};
    std::optional<base::Time> settled_at = {};
    std::optional<base::Time> passed_at = {}; ///< it was announced that the time is over
};
BOOST_DESCRIBE_STRUCT(Arbitration, (), (case_id, started_at, due_at, settled_at, passed_at))

/// Two have refused it and nobody has it yet: what the public reads as "sedang ditentukan penanggung
/// jawabnya".
[[nodiscard]] bool is_being_settled(const Case& c) noexcept;

/// The end of the n-th working day after the day of the second refusal.
[[nodiscard]] base::Time settle_before(base::Time refused_at, const agency::Arbiter& arbiter,
                                       const deadlines::Calendar& calendar);

} // namespace cases
