// Hand-overs outside by themselves: a mail with the link to answer, or an Open311 request and asking for its
// number, then for its status. Jobs may be run again at any time: the journal decides what is still to be
// sent.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "jobs/job.h"
#include "network/services.h"
#include "outgoing/compose_actions.h"
#include "outgoing/sender.h"

namespace referral {

/// Between two looks at the status of a request: an hour after the first, then twice as long, at most a day.
inline constexpr base::Duration first_look_wait = std::chrono::hours(1);
inline constexpr base::Duration longest_look_wait = std::chrono::hours(24);

struct Services {
    db::Database& database;
    agency::Directories& directories;
    const people::Vault& vault;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    network::Carrier& carrier;
    outgoing::Sender* sender = nullptr; ///< none: mails wait for a person
    outgoing::Post post = {};
};

[[nodiscard]] jobs::Handler deliver_handler(const Services& services);
[[nodiscard]] jobs::Handler poll_handler(const Services& services);
[[nodiscard]] jobs::Handler look_handler(const Services& services);

} // namespace referral
