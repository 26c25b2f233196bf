// Telling followers that they follow, until their server has heard it.
#pragma once
#include "jobs/job.h"
#include "network/services.h"

namespace channels::activitypub {

/// Doubling waits up to six hours: a host that answers nothing for about three days is given up.
[[nodiscard]] jobs::Handler accept_handler(const network::Services& services);
/// Of posts of our own: the deliveries, and each of them.
[[nodiscard]] jobs::Handler spread_handler(const network::Services& services);
[[nodiscard]] jobs::Handler deliver_handler(const network::Services& services);

} // namespace channels::activitypub
