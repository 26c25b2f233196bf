// /meja/tenggat-sementara: coordinators and heads have provisional deadlines counted anew once the missing
// year is known.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace desk {

void add_provisional_routes(http::Router& router, const staff::Services& services);

} // namespace desk
