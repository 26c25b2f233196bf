// /meja, behind a sign-in.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace desk {

void add_routes(http::Router& router, const staff::Services& services);

} // namespace desk
