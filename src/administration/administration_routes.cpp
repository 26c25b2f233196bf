#include "administration/administration_routes.h"

#include "administration/agency_routes.h"
#include "administration/calendar_routes.h"
#include "administration/ladder_routes.h"
#include "administration/lexicon_routes.h"
#include "administration/office_routes.h"
#include "administration/people_routes.h"
#include "administration/reading_routes.h"
#include "administration/rule_routes.h"
#include "administration/topic_routes.h"

namespace administration {

void add_routes(http::Router& router, const staff::Services& services, const learning::Services& learning) {
    add_agency_routes(router, services);
    add_office_routes(router, services);
    add_people_routes(router, services);
    add_staff_list_routes(router, services);
    add_topic_routes(router, services);
    add_topic_offer_routes(router, services);
    add_lexicon_routes(router, services, learning);
    add_rule_routes(router, services);
    add_calendar_routes(router, services);
    add_ladder_routes(router, services);
    add_account_routes(router, services);
    add_reading_routes(router, services, learning);
}

} // namespace administration
