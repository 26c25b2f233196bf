// /meja/atur/aturan/layanan: what each office says that it serves.
#include "administration/area_lookup.h"
#include "administration/rule_desk_routes.h"
#include "administration/rule_draft_pages.h"
#include "agency/duty_actions.h"
#include "base/text.h"
#include "db/database.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

constexpr std::string_view here = "/meja/atur/aturan/layanan";

Response add(const Visit& visit) {
    auto added = [&]() -> base::Result<agency::OfficeService> {
        agency::OfficeService service;
        auto office = base::parse_id_as<agency::OfficeId>(visit.value("office"));
        if (!office) return base::fail_field("office", "field.missing");
        service.office = *office;
        if (const std::string topic = visit.value("topic"); !topic.empty()) service.topic = topic;
        if (const std::string text = visit.value("area"); !base::trim(text).empty()) {
            auto area = find_area(text, visit.directory->agency().regions);
            if (!area) return base::pass(area);
            service.area = *area;
        }
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::add_service(tx, visit.change(), visit.agency(), service); });
    }();
    if (!added) return refused(services_page(visit.frame(), visit.filled(added.error())), added.error());
    return saved(visit, here);
}

Response remove(const Visit& visit) {
    auto id = visit.id<agency::OfficeServiceId>("id");
    if (!id) return base::pass(id);
    auto removed = visit.services.database.write(
        [&](db::Tx& tx) { return agency::remove_service(tx, visit.change(), visit.agency(), *id); });
    if (!removed) return not_there();
    return saved(visit, here);
}

} // namespace

void add_service_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, here, Need::whole,
            [](const Visit& visit) -> Response { return shown(services_page(visit.frame(), {})); });
    add_post(router, services, here, Need::whole, add);
    add_post(router, services, "/meja/atur/aturan/layanan/{id}/hapus", Need::whole, remove);
}

} // namespace administration
