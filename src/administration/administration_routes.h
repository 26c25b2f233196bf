// /meja/atur/...: everything that an administrator sets up.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_routes(http::Router& router, const staff::Services& services);

} // namespace administration
