#include "agency/duty_actions.h"

#include "agency/agency_store.h"
#include "agency/duty_store.h"
#include "agency/note_actions.h"

#include <algorithm>

namespace agency {
namespace {

std::unexpected<base::Problem> not_found(std::string code, std::string field) {
    auto problem = base::fail(base::Kind::not_found, std::move(code));
    problem.error().field = std::move(field);
    return problem;
}

} // namespace

base::Result<OfficeService> add_service(db::Tx& tx, const Change& change, base::AgencyId agency,
                                        OfficeService service) {
    if (!store::has_office(tx, agency, service.office)) return not_found("office.unknown", "office");
    if (service.topic && !store::has_topic(tx, agency, *service.topic))
        return not_found("topic.unknown", "topic");
    if (service.area && (service.area->empty() || service.area->size() > 13)) return base::fail_field("area");
    for (const auto& each : store::services(tx, agency))
        if (each.office == service.office && each.topic == service.topic && each.area == service.area)
            return base::fail(base::Kind::conflict, "service.known");
    service.id = change.ids.next<OfficeServiceId>();
    store::insert_service(tx, agency, service);
    note(tx, change, agency,
         {.kind = "office.serves",
          .subject_kind = "office",
          .subject = service.office.value,
          .data = {{"topic", service.topic.value_or("")}, {"area", service.area.value_or("")}}});
    return service;
}

base::Result<void> remove_service(db::Tx& tx, const Change& change, base::AgencyId agency,
                                  OfficeServiceId id) {
    const auto all = store::services(tx, agency);
    const auto gone = std::ranges::find(all, id, &OfficeService::id);
    if (gone == all.end() || !store::delete_service(tx, agency, id)) return not_found("service.unknown", "");
    note(tx, change, agency,
         {.kind = "office.serves_no_more",
          .subject_kind = "office",
          .subject = gone->office.value,
          .data = {{"topic", gone->topic.value_or("")}, {"area", gone->area.value_or("")}}});
    return {};
}

base::Result<void> set_arbiter(db::Tx& tx, const Change& change, base::AgencyId agency,
                               std::optional<Arbiter> arbiter) {
    if (arbiter) {
        if (!store::has_office(tx, agency, arbiter->office)) return not_found("office.unknown", "office");
        if (arbiter->working_days < 1 || arbiter->working_days > max_arbiter_days)
            return base::fail_field("working_days");
        store::put_arbiter(tx, agency, *arbiter);
    } else {
        store::delete_arbiter(tx, agency);
    }
    note(tx, change, agency,
         {.kind = "arbiter.set",
          .data = {{"office", arbiter ? base::to_string(arbiter->office) : std::string()},
                   {"working_days", arbiter ? arbiter->working_days : 0}}});
    return {};
}

} // namespace agency
