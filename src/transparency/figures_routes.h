// /transparansi and the lists behind its numbers, /testimoni, /unit/{id}: open to everybody.
#pragma once
#include "transparency/transparency_routes.h"

namespace transparency {

void add_figure_routes(http::Router& router, const Services& services);
void add_office_routes(http::Router& router, const Services& services);

} // namespace transparency
