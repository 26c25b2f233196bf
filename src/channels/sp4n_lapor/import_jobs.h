// What goes on behind the page: looking through a file and taking it in, as durable jobs.
#pragma once
#include "channels/sp4n_lapor/services_actions.h"
#include "jobs/job.h"

namespace channels::sp4n_lapor {

[[nodiscard]] std::vector<jobs::Handler> handlers(const Services& services);
/// Throws away files that nobody agreed to.
[[nodiscard]] jobs::Periodic sweep(const Services& services);

} // namespace channels::sp4n_lapor
