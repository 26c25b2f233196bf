// /meja/atur, /meja/atur/instansi, /meja/atur/akun, /meja/atur/jejak.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_agency_routes(http::Router& router, const staff::Services& services);
void add_account_routes(http::Router& router, const staff::Services& services);

} // namespace administration
