// Rehearsals of rules, walked in turns, so that other jobs come between.
#pragma once
#include "agency/directory_actions.h"
#include "cases/rehearsal_actions.h"
#include "jobs/job.h"

namespace cases {

[[nodiscard]] jobs::Handler rehearse_handler(db::Database& database, agency::Directories& directories,
                                             base::IdSource& ids, base::Now now);

} // namespace cases
