// /meja/atur/sambungan, /meja/atur/akun/{id}/sambungan: connecting accounts to their networks, and how the
// connections stand.
#pragma once
#include "http/router.h"
#include "network/services.h"
#include "staff/services_actions.h"

namespace administration {

/// `network` must outlive the router.
void add_connection_routes(http::Router& router, const staff::Services& services,
                           const network::Services& network);

} // namespace administration
