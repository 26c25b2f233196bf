// What happens to cases by itself: closing those whose reporter said nothing until the silence deadline,
// escalating those whose deadline passed.
#pragma once
#include "cases/case_actions.h"
#include "events/event.h"

namespace db {
class Database;
}

namespace cases {

/// Idempotent; at most a few hundred cases a turn.
[[nodiscard]] base::Result<void> close_silent(db::Database& database, const agency::Directory& directory,
                                              base::IdSource& ids, const base::Random& random,
                                              base::Time now);

/// Subscriber of events: a case whose deadline passed goes one level up. What is over or at the top stays.
[[nodiscard]] base::Result<void> escalate_on(db::Tx& tx, const Context& context, const events::Stored& event);

} // namespace cases
