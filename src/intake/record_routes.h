// /meja/catat, behind a sign-in: operators and coordinators write down what came by hand; for everybody else
// the page does not exist. Works without JavaScript.
#pragma once
#include "http/router.h"
#include "intake/record_actions.h"
#include "staff/services_actions.h"

namespace intake {

void add_record_routes(http::Router& router, const Services& services, const staff::Services& staff);

} // namespace intake
