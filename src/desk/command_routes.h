// POST /meja/laporan/{kode}/{tindakan}: the forms of the commands.
#pragma once
#include "desk/case_routes.h"

namespace desk {

void add_command_routes(http::Router& router, const CaseServices& services);

} // namespace desk
