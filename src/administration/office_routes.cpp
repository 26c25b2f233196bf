#include "administration/office_routes.h"

#include "administration/guard_routes.h"
#include "administration/office_actions.h"
#include "administration/office_pages.h"
#include "cases/office_load_actions.h"
#include "db/database.h"

namespace administration {
namespace {

OfficeFigures figures_of(const Visit& visit) {
    return visit.services.database.read([&](db::Tx& tx) {
        OfficeFigures out;
        for (const auto& load : cases::office_loads(tx, visit.agency()))
            out.open_cases[load.office] = load.open;
        for (const auto& person : staff::all_people(tx, visit.agency())) {
            std::vector<agency::OfficeId> seen;
            for (const auto& held : person.roles) {
                if (!person.is_active || std::ranges::find(seen, held.office) != seen.end()) continue;
                seen.push_back(held.office);
                ++out.people[held.office];
            }
        }
        return out;
    });
}

/// The parent that the form names, when it is one that the administrator may choose.
base::Result<std::optional<agency::OfficeId>> parent_of(const Visit& visit) {
    auto id = base::parse_id_as<agency::OfficeId>(visit.value("parent"));
    const auto* office = id ? visit.directory->office(*id) : nullptr;
    if (!office || !visit.reach.has(*id)) return base::fail_field("parent");
    return std::optional(*id);
}

base::Result<http::Response> add(const Visit& visit) {
    auto added = [&]() -> base::Result<agency::Office> {
        auto parent = parent_of(visit);
        if (!parent) return base::pass(parent);
        return visit.services.database.write([&](db::Tx& tx) {
            return agency::add_office(tx, visit.change(), visit.agency(),
                                      {.id = {},
                                       .parent = *parent,
                                       .name = visit.value("name"),
                                       .short_name = visit.value("short_name"),
                                       .code = visit.value("code")});
        });
    }();
    if (!added)
        return refused(offices_page(visit.frame(), figures_of(visit), visit.filled(added.error())),
                       added.error());
    return saved(visit, "/meja/atur/unit");
}

base::Result<agency::Office> office_of(const Visit& visit) {
    auto id = visit.id<agency::OfficeId>("id");
    const auto* office = id ? visit.directory->office(*id) : nullptr;
    if (!office || !visit.reach.has(*id)) return not_there();
    return *office;
}

base::Result<http::Response> change(const Visit& visit) {
    auto office = office_of(visit);
    if (!office) return base::pass(office);
    auto changed = [&]() -> base::Result<void> {
        agency::Office wanted = *office;
        wanted.name = visit.value("name");
        wanted.short_name = visit.value("short_name");
        wanted.code = visit.value("code");
        if (visit.directory->offices().parent_of(office->id))
            wanted.is_active = visit.form.fields.has("buka");
        if (office->parent && visit.form.fields.has("parent") && visit.reach.may_move(office->id)) {
            auto parent = parent_of(visit);
            if (!parent) return base::pass(parent);
            wanted.parent = *parent;
        }
        return visit.services.database.write([&](db::Tx& tx) {
            return administration::change_office(tx, visit.change(), visit.agency(), wanted);
        });
    }();
    if (!changed)
        return refused(office_page(visit.frame(), *office, figures_of(visit), visit.filled(changed.error())),
                       changed.error());
    return saved(visit, "/meja/atur/unit");
}

} // namespace

void add_office_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/unit", Need::any,
            [](const Visit& visit) { return shown(offices_page(visit.frame(), figures_of(visit), {})); });
    add_post(router, services, "/meja/atur/unit", Need::any, add);
    add_get(router, services, "/meja/atur/unit/{id}", Need::any,
            [](const Visit& visit) -> base::Result<http::Response> {
                auto office = office_of(visit);
                if (!office) return base::pass(office);
                return shown(office_page(visit.frame(), *office, figures_of(visit), {}));
            });
    add_post(router, services, "/meja/atur/unit/{id}", Need::any, change);
}

} // namespace administration
