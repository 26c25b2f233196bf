// What happens to cases by itself: deadlines that pass, closing those whose reporter said nothing until the
// silence deadline, escalating those whose deadline passed.
#pragma once
#include "cases/case_actions.h"
#include "events/event.h"

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

/// Subscriber of events: a case whose deadline passed goes one level up. What is over or at the top stays.
[[nodiscard]] base::Result<void> escalate_on(db::Tx& tx, const Context& context, const events::Stored& event);

} // namespace cases
