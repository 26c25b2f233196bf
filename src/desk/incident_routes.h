// /meja/kejadian/{id}: the page of an incident, and POST .../satukan and .../urungkan. Behind the sign-in; an
// incident of which the person sees no case does not exist.
#pragma once
#include "desk/case_routes.h"

namespace desk {

void add_incident_routes(http::Router& router, const CaseServices& services);

} // namespace desk
