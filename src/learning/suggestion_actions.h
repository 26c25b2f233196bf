// Keeping what was suggested, following what people say of it, and reading how right it was. Never fails.
#pragma once
#include "agency/directory.h"
#include "events/event.h"
#include "learning/tally.h"

namespace db {
class Tx;
}

namespace learning {

/// In the unit that opens the case.
void note_suggestion(db::Tx& tx, base::AgencyId agency, CaseId id, const Suggestion& suggestion);

/// Of an event that was numbered: counts what people decide, and how right what was suggested was. A
/// correction counts instead of what was said before, in the same month.
base::Result<void> follow(db::Tx& tx, const agency::Directory& directory, const events::Stored& event);
/// Whether follow() does anything with events of that kind.
[[nodiscard]] bool follows(std::string_view event_kind);

/// Of whole months, both included.
[[nodiscard]] std::vector<Tallied> tallies(db::Tx& tx, base::AgencyId agency, int from, int to);
/// Of the month before the present one.
[[nodiscard]] MonthFigures last_month(db::Tx& tx, const agency::Agency& agency, base::Time now);

} // namespace learning
