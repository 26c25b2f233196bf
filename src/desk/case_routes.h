// /meja/laporan/{kode}: the page of a case, its pictures, its commands as POST .../{tindakan}, and the
// reporter's identity as POST .../identitas. Behind the sign-in; a case that the person may not know of does
// not exist.
#pragma once
#include "desk/case_places.h"
#include "http/router.h"
#include "learning/readers.h"
#include "media/pictures.h"
#include "people/vault.h"
#include "staff/services_actions.h"

namespace desk {

struct CaseServices {
    staff::Services staff;
    const people::Vault& vault;
    media::Pictures& pictures;
    std::shared_ptr<CasePlaces> places;
    learning::Readers& readers;
};

void add_case_routes(http::Router& router, const CaseServices& services);

} // namespace desk
