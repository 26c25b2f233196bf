// Following a case to the arbiter and away from there, in the caller's unit of work.
#pragma once
#include "cases/arbitration.h"
#include "cases/case_actions.h"
#include "events/event.h"

namespace cases {

/// Kinds of events that begin or settle an arbitration.
[[nodiscard]] bool concerns_arbiter(std::string_view event_kind) noexcept;
/// Subscriber of events: the second return starts the arbiter's time, whatever places the case ends it.
[[nodiscard]] base::Result<void> arbitrate_on(db::Tx& tx, const Context& context,
                                              const events::Stored& event);

/// Null: it never waited for the arbiter.
[[nodiscard]] std::optional<Arbitration> arbitration_of(db::Tx& tx, base::AgencyId agency, CaseId id);

/// What the arbiter let pass goes one level up, once each; at most `limit`. How many.
[[nodiscard]] base::Result<int> escalate_passed_arbitrations(db::Tx& tx, const Context& context, int limit);

} // namespace cases
