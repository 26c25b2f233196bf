// POST /meja/laporan/{kode}/tenggat: a coordinator extends a deadline or has it counted anew, with a reason.
#pragma once
#include "desk/case_routes.h"

namespace desk {

void add_deadline_routes(http::Router& router, const CaseServices& services);

} // namespace desk
