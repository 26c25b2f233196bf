// /meja/serah-terima: hand-overs outside that wait, and settling those of which nobody knows. Who may not
// enter the room of what is sent finds nothing there.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace referral {

void add_delivery_routes(http::Router& router, const staff::Services& services);

} // namespace referral
