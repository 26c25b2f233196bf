// /meja, behind a sign-in: the page and the parts of it that are exchanged while it is open.
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"

namespace desk {

void add_routes(http::Router& router, const staff::Services& services);
/// POST /meja/laporan/{kode}/hadir: this page shows the case; answers who else looks at it.
void add_presence_routes(http::Router& router, const staff::Services& services);

} // namespace desk
