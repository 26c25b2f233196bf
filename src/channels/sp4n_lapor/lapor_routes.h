// /meja/atur/sp4n-lapor and /meja/rekap, behind a sign-in. Files and exports are for administrators and
// coordinators whose role is held at a root office, words and columns for administrators there; for others
// these pages do not exist.
#pragma once
#include "channels/sp4n_lapor/services_actions.h"
#include "http/router.h"

namespace channels::sp4n_lapor {

void add_routes(http::Router& router, const Services& services);

} // namespace channels::sp4n_lapor
