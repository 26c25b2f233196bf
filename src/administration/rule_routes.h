// /meja/atur/aturan: rules, their order, and the trial.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_rule_routes(http::Router& router, const staff::Services& services);

} // namespace administration
