// /meja/atur/tenggat and /meja/atur/libur. A change counts for what starts later; running deadlines stay.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_calendar_routes(http::Router& router, const staff::Services& services);

} // namespace administration
