// What one fix does for every report of an incident: its proof is carried to the others, one unit of work
// each, so that a flood with hundreds of reporters holds nobody up. Idempotent.
#pragma once
#include "agency/directory_actions.h"
#include "cases/case_actions.h"
#include "events/event.h"
#include "jobs/job.h"

namespace db {
class Database;
}

namespace cases {

/// Subscriber of events: a case that staff resolved queues the carrying for its incident.
void carry_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const events::Stored& event,
              base::Time now);

struct Carrying {
    db::Database& database;
    agency::Directories& directories;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
};
/// Of the jobs that carry_on() queues. A case for which that proof does not suffice stays open.
[[nodiscard]] jobs::Handler carry_handler(const Carrying& carrying);

/// Of the jobs that settle_doubt() queues: reopens the other resolved cases of the incident.
[[nodiscard]] jobs::Handler reopen_handler(const Carrying& carrying);

} // namespace cases
