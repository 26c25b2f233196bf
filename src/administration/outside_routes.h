// /meja/atur/instansi-luar: agencies outside this installation, and the way to each. Administrators of the
// whole agency alone.
#pragma once
#include "http/router.h"
#include "people/vault.h"
#include "staff/services_actions.h"

namespace administration {

/// `vault` must outlive the router.
void add_outside_routes(http::Router& router, const staff::Services& services, const people::Vault& vault);

} // namespace administration
