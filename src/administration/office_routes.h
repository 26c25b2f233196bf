// /meja/atur/unit and one office of it.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_office_routes(http::Router& router, const staff::Services& services);

} // namespace administration
