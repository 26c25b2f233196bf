// /undangan/{secret}: an invited person chooses name and password, once. A wrong, used or old link is a 404
// that says whom to ask.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace staff {

void add_invitation_routes(http::Router& router, const Services& services);

} // namespace staff
