// /meja/atur/tangga: who is reminded of a deadline when. A change counts for what comes in later.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_ladder_routes(http::Router& router, const staff::Services& services);

} // namespace administration
