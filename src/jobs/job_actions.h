// Queueing jobs in the unit of work of the change, and looking after dead letters.
#pragma once
#include "jobs/job.h"

#include <vector>

namespace db {
class Tx;
}

namespace jobs {

enum class Queued { fresh, known };

/// One that waits already under the name stays, at the earlier of both times; one that is running just now
/// will run once more afterwards, with the new data.
Queued enqueue(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const NewJob& job, base::Time now);

[[nodiscard]] Counts counts(db::Tx& tx, base::AgencyId agency);

/// Oldest first, after an id.
[[nodiscard]] std::vector<Dead> dead_letters(db::Tx& tx, base::AgencyId agency, JobId after = {},
                                             int most = 100);
/// Tries a dead letter from the start; `job.not_found` when it is not one (any more).
[[nodiscard]] base::Result<void> retry(db::Tx& tx, base::AgencyId agency, JobId id, base::Time now);
/// Gives a dead letter up; `job.not_found` likewise.
[[nodiscard]] base::Result<void> discard(db::Tx& tx, base::AgencyId agency, JobId id);

} // namespace jobs
