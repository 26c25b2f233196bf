// The ladder of reminders of a case: it begins with the case, looks again when a command moved its clocks,
// and climbs when steps are due: each step, its notices and the escalation in one unit of work. Never fails
// but by a broken database.
#pragma once
#include "cases/case_actions.h"
#include "deadlines/deadline.h"

namespace db {
class Database;
}

namespace cases {

/// One row and no reading, so that taking cases in stays as fast; history has no ladder.
void begin_ladder(db::Tx& tx, const Context& context, const Case& opened,
                  std::span<const deadlines::Deadline> clocks);
/// After a command: its clocks may run otherwise, or the case may need nobody any more.
void follow_ladder(db::Tx& tx, const Context& context, const Case& after, CommandName command);

/// Takes what is due of the cases whose time has come, at most of `limit`; gives how many it looked at.
std::size_t climb(db::Tx& tx, const Context& context, std::size_t limit);
/// Whether somebody else has still to be climbed for: then it is too early to sum up.
[[nodiscard]] bool is_climbing(db::Tx& tx, base::AgencyId agency, base::Time now);

} // namespace cases
