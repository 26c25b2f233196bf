// /meja/atur/topik and /meja/atur/topik-bawaan.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace administration {

void add_topic_routes(http::Router& router, const staff::Services& services);
void add_topic_offer_routes(http::Router& router, const staff::Services& services);

} // namespace administration
