// /meja/atur/petugas and what is done to people there. Every change is an event of the room staff.
#pragma once
#include "administration/guard_routes.h"

namespace administration {

void add_people_routes(http::Router& router, const staff::Services& services);
/// The list, with what was refused.
[[nodiscard]] http::Response show_people(const Visit& visit, const Filled& filled);
/// The CSV: check, invite, sample.
void add_staff_list_routes(http::Router& router, const staff::Services& services);

} // namespace administration
