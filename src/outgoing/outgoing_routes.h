// /meja/keluar for operators, coordinators, auditors and administrators; /meja/atur/balasan and
// /meja/atur/jam-kerja for administrators. Who may not enter finds nothing there.
#pragma once
#include "http/router.h"
#include "outgoing/compose_actions.h"
#include "staff/services_actions.h"

namespace outgoing {

void add_routes(http::Router& router, const staff::Services& services, const Post& post);
/// Templates and office hours; part of add_routes().
void add_setting_routes(http::Router& router, const staff::Services& services, const Post& post);

} // namespace outgoing
