// What answers do by themselves: composing from events, sending, giving up on what was interrupted.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "events/subscription.h"
#include "jobs/job.h"
#include "outgoing/compose_actions.h"
#include "outgoing/posting_jobs.h"
#include "outgoing/sender.h"

namespace outgoing {

struct Sending {
    db::Database& database;
    agency::Directories& directories;
    const people::Vault& vault;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    Sender* sender = nullptr;                    ///< none: nothing is mailed
    std::optional<PostingServices> posting = {}; ///< none: nothing goes out on a network
};

[[nodiscard]] events::Subscriber compose_subscriber(Composer composer);
[[nodiscard]] jobs::Handler send_handler(const Sending& sending);
/// Sends one that is queued; nothing to do is no failure.
[[nodiscard]] base::Result<void> send(const Sending& sending, base::AgencyId agency, OutgoingId id);
/// Each minute and at the start.
void sweep(db::Database& database, base::AgencyId agency, base::Time now);

} // namespace outgoing
