// /lapangan, behind a sign-in: for operators and field officers; for everybody else, and for every case that
// is no task of theirs, the page does not exist. Works without JavaScript.
#pragma once
#include "http/router.h"
#include "media/pictures.h"
#include "network/services.h"
#include "staff/services_actions.h"

namespace field {

struct Services {
    staff::Services staff;
    media::Pictures& pictures;
    const network::Channels& channels;
};

void add_routes(http::Router& router, const Services& services);

} // namespace field
