// Telling a network where to push to, and that it shall not any more. Nothing here fails: a network that does
// not push is asked.
#pragma once
#include "agency/directory.h"
#include "network/services.h"

namespace network {

/// What came of it stands in the facts (webhook.h).
void tell_where_to_push(const Services& services, const Channel& channel, Connection& connection,
                        const std::string& address);

/// Before an account is disconnected: the network, where it can be told so, pushes to us no more.
void drop_webhook(const Services& services, base::AgencyId agency, const agency::Account& account);
/// The network pushes no more: it is told once more where to; refused, it is asked from now on.
void mend_webhook(const Services& services, base::AgencyId agency, agency::AccountId account);

} // namespace network
