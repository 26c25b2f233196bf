// /meja/atur/pembacaan: the card of the models; POST .../kembali steps back, for administrators of the whole.
#pragma once
#include "http/router.h"
#include "learning/trial_actions.h"
#include "staff/services_actions.h"

namespace administration {

void add_reading_routes(http::Router& router, const staff::Services& services,
                        const learning::Services& learning);

} // namespace administration
