// What happens to the index by itself: it is filled for cases that were there before it, and deleted words
// leave its file.
#pragma once
#include "cases/search_actions.h"
#include "events/event.h"
#include "jobs/job.h"

namespace db {
class Database;
}

namespace cases {

/// Puts cases that are missing into the index, the newest first, a few thousand a turn; goes on at the next.
[[nodiscard]] base::Result<void> fill_index(db::Database& database, base::AgencyId agency);
/// Puts new cases into the index, where staff finds them from then on.
[[nodiscard]] base::Result<void> index_queued(db::Database& database, base::AgencyId agency);

/// Subscriber of events: the words of an erased person go, and the file is compacted afterwards.
[[nodiscard]] base::Result<void> forget_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                           const events::Stored& event, base::Time now);
/// Of the job that forget_on() queues.
[[nodiscard]] jobs::Handler compact_handler(db::Database& database);

} // namespace cases
