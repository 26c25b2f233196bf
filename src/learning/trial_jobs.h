// Challengers, at night: planned where people decided enough, then one after the other on each node.
#pragma once
#include "agency/directory_actions.h"
#include "jobs/job.h"
#include "learning/trial_actions.h"

namespace learning {

/// Queues the night's trial of an agency where it is due.
[[nodiscard]] jobs::Periodic plan_trials(const Services& services, agency::Directories& directories);
/// The trial itself. While another one runs on this node it waits its turn: the sending of answers is never
/// behind more than one of them.
[[nodiscard]] jobs::Handler trial_handler(const Services& services, agency::Directories& directories);

} // namespace learning
