// /api/v1/cases: reading and moving cases with a staff token (contract.md).
#pragma once
#include "base/random.h"
#include "http/router.h"
#include "staff/services_actions.h"

namespace cases {

void add_case_routes(http::Router& router, const staff::Services& services);

} // namespace cases
