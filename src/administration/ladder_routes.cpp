#include "administration/ladder_routes.h"

#include "administration/guard_routes.h"
#include "administration/ladder_form.h"
#include "administration/ladder_pages.h"
#include "db/database.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/ladder_actions.h"

namespace administration {
namespace {

http::Response show(const Visit& visit, const Filled& filled) {
    const base::Time now = visit.services.now();
    const auto ladder = visit.services.database.read(
        [&](db::Tx& tx) { return deadlines::ladder_of(tx, visit.agency(), now); });
    const auto page =
        ladder_page(visit.frame(), {ladder, deadlines::calendar_of(*visit.directory), now}, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

base::Result<http::Response> change(const Visit& visit) {
    auto changed = [&]() -> base::Result<void> {
        auto ladder = read_ladder([&](std::string_view name) { return visit.value(name); });
        if (!ladder) return base::pass(ladder);
        return visit.services.database.write([&](db::Tx& tx) {
            return deadlines::change_ladder(tx, visit.change(), visit.agency(), *ladder);
        });
    }();
    if (!changed) return show(visit, visit.filled(changed.error()));
    return saved(visit, "/meja/atur/tangga");
}

} // namespace

void add_ladder_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/tangga", Need::whole,
            [](const Visit& visit) { return base::Result<http::Response>(show(visit, {})); });
    add_post(router, services, "/meja/atur/tangga", Need::whole, change);
}

} // namespace administration
