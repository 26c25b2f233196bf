// /meja/atur/...: everything that an administrator sets up.
#pragma once
#include "http/router.h"
#include "learning/trial_actions.h"
#include "staff/services_actions.h"

namespace administration {

void add_routes(http::Router& router, const staff::Services& services, const learning::Services& learning);

} // namespace administration
