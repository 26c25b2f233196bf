// Nothing stays with somebody who left or is away.
#pragma once
#include "cases/case_actions.h"

namespace db {
class Database;
}

namespace cases {

/// Gives on what people have who left, or who are away with somebody to stand in. Idempotent; in stretches,
/// so that no unit of work is long.
[[nodiscard]] base::Result<void> relieve_people(db::Database& database, const agency::Directory& directory,
                                                base::IdSource& ids, const base::Random& random,
                                                base::Time now);

} // namespace cases
