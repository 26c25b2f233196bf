// /meja/testimoni: release words of reporters, or keep them inside. Only for those who hold operator,
// coordinator or communications; others get 404, as if it were not there.
#pragma once
#include "http/router.h"
#include "people/vault.h"
#include "staff/services_actions.h"

namespace transparency {

void add_quote_routes(http::Router& router, const staff::Services& services, const people::Vault& vault);

} // namespace transparency
