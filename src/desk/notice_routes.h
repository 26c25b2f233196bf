// /meja/pengingat: what the person was reminded of, how they are reached, and the count in the navigation.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace desk {

void add_notice_routes(http::Router& router, const staff::Services& services);

} // namespace desk
