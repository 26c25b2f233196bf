// What happens to cases by itself: deadlines that pass, reminders and escalation on the ladder, closing those
// whose reporter said nothing until the silence deadline.
#pragma once
#include "cases/case_actions.h"

namespace db {
class Database;
}

namespace cases {

/// A deadline that came near or passed is announced, and its case's row and every count change in the same
/// unit of work; until none is left.
void cross_deadlines(db::Database& database, const agency::Directory& directory, base::IdSource& ids,
                     base::Time now);

/// Idempotent; at most a few hundred cases a turn.
[[nodiscard]] base::Result<void> close_silent(db::Database& database, const agency::Directory& directory,
                                              base::IdSource& ids, const base::Random& random,
                                              base::Time now);

/// Reminds, and escalates those whose deadline passed, as the ladders say; until nothing is due.
void climb_ladders(db::Database& database, const agency::Directory& directory, base::IdSource& ids,
                   const base::Random& random, base::Time now);

} // namespace cases
