// POST /api/v1/items and /api/v1/media (contract.md): what accounts hand over.
#pragma once
#include "http/router.h"
#include "intake/accept_actions.h"
#include "staff/token_actions.h"

namespace intake {

void add_item_routes(http::Router& router, const Services& services, const staff::Services& staff);

} // namespace intake
