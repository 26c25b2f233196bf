// /meja/simakan: what accounts that only listen have heard.
#pragma once
#include "http/router.h"
#include "network/services.h"
#include "staff/services_actions.h"

namespace desk {

void add_listening_routes(http::Router& router, const staff::Services& services,
                          const network::Channels& channels);

} // namespace desk
