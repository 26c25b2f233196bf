// Relocations, walked in turns, so that other jobs come between.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "cases/relocation_actions.h"
#include "jobs/job.h"

namespace cases {

[[nodiscard]] jobs::Handler relocate_handler(db::Database& database, agency::Directories& directories,
                                             base::IdSource& ids, const base::Random& random, base::Now now);

} // namespace cases
