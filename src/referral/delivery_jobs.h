// Hand-overs outside by themselves: a mail with the link to answer, or an Open311 request and asking for its
// number. Jobs may be run again at any time: the journal decides what is still to be sent.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "jobs/job.h"
#include "network/services.h"
#include "outgoing/compose_actions.h"
#include "outgoing/sender.h"

namespace referral {

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

} // namespace referral
