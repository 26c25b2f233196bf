// What happens to cases by itself: closing those whose reporter said nothing until the silence deadline.
#pragma once
#include "agency/directory.h"
#include "base/random.h"

namespace db {
class Database;
}

namespace cases {

/// Idempotent; at most a few hundred cases a turn.
[[nodiscard]] base::Result<void> close_silent(db::Database& database, const agency::Directory& directory,
                                              base::IdSource& ids, const base::Random& random,
                                              base::Time now);

} // namespace cases
