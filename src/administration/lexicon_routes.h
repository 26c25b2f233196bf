// /meja/atur/kata: an agency's own slang and abbreviations.
#pragma once
#include "http/router.h"
#include "learning/trial_actions.h"
#include "staff/services_actions.h"

namespace administration {

void add_lexicon_routes(http::Router& router, const staff::Services& services,
                        const learning::Services& learning);

} // namespace administration
