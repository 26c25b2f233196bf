// /meja/atur/sambungan, /meja/atur/akun/{id}/sambungan: connecting accounts to their networks, and how the
// connections stand.
#pragma once
#include "http/router.h"
#include "network/services.h"
#include "staff/services_actions.h"

namespace administration {

/// `network` must outlive the router. `public_url` is where this server is reached from outside; empty:
/// networks are not told to push.
void add_connection_routes(http::Router& router, const staff::Services& services,
                           const network::Services& network, std::string public_url = {});

} // namespace administration
