// Hand-overs within this installation: queued with the event that refers a case, done by a job.
#pragma once
#include "events/event.h"
#include "intake/handover_actions.h"
#include "jobs/job.h"

namespace intake {

/// Subscriber of events.
[[nodiscard]] base::Result<void> hand_over_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                              const events::Stored& event, base::Time now);
[[nodiscard]] jobs::Handler hand_over_handler(Services services, agency::Directories& directories);

} // namespace intake
