#include "administration/agency_routes.h"

#include "administration/agency_pages.h"
#include "administration/area_lookup.h"
#include "administration/guard_routes.h"
#include "base/text.h"
#include "db/database.h"
#include "deadlines/agency_calendar.h"
#include "events/event_actions.h"

#include <array>
#include <charconv>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

constexpr int trail_length = 50;

Response overview(const Visit& visit) {
    const auto ends_on = deadlines::calendar_of(*visit.directory).ends_on();
    std::vector<Finding> findings;
    if (visit.reach.is_whole()) {
        const auto people =
            visit.services.database.read([&](db::Tx& tx) { return staff::all_people(tx, visit.agency()); });
        const auto today = base::local_day(visit.services.now(), visit.directory->agency().zone);
        findings = readiness(*visit.directory, people, today, ends_on);
    }
    return shown(overview_page(visit.frame(), findings, ends_on));
}

base::Result<std::vector<std::string>> regions_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::string_view line : base::split(text, '\n')) {
        const auto wanted = base::trim(line);
        if (wanted.empty()) continue;
        auto area = find_area(wanted, {});
        if (!area) return base::fail_field("regions", area.error().code);
        out.push_back(*area);
    }
    return out;
}

base::Result<void> fill(agency::Agency& wanted, const Visit& visit) {
    wanted.name = visit.value("name");
    wanted.short_name = visit.value("short_name");
    wanted.organiser = visit.value("organiser");
    wanted.host.reset();
    if (const std::string host = visit.value("host"); !base::trim(host).empty()) wanted.host = host;
    auto zone = base::zone_from(visit.value("zone"));
    if (!zone) return base::fail_field("zone");
    wanted.zone = *zone;
    static constexpr std::array accents{"nila", "sogan", "daun", "manggis"};
    wanted.accent = visit.value("accent");
    if (std::ranges::find(accents, wanted.accent) == accents.end()) return base::fail_field("accent");
    const std::string emergency = visit.value("emergency_from");
    const auto read =
        std::from_chars(emergency.data(), emergency.data() + emergency.size(), wanted.emergency_from);
    if (read.ec != std::errc{} || read.ptr != emergency.data() + emergency.size())
        return base::fail_field("emergency_from");
    auto regions = regions_of(visit.value("regions"));
    if (!regions) return base::pass(regions);
    wanted.regions = std::move(*regions);
    return {};
}

Response change(const Visit& visit) {
    auto changed = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto directory = agency::read_directory(tx, visit.agency());
        if (!directory) return base::pass(directory);
        agency::Agency wanted = directory->agency();
        if (auto filled = fill(wanted, visit); !filled) return filled;
        return agency::change_agency(tx, visit.change(), wanted);
    });
    if (!changed) return refused(agency_page(visit.frame(), visit.filled(changed.error())), changed.error());
    return saved(visit, "/meja/atur/instansi");
}

Response trail(const Visit& visit) {
    const auto before = base::parse_id(visit.request.query.value("sebelum"));
    auto view = visit.services.database.read([&](db::Tx& tx) {
        TrailView out;
        out.events = events::changes_before(tx, visit.agency(), before ? *before : 0, trail_length + 1);
        for (const auto& person : staff::all_people(tx, visit.agency()))
            out.names[person.id.value] = person.name;
        return out;
    });
    view.has_more = std::ssize(view.events) > trail_length;
    if (view.has_more) view.events.pop_back();
    return shown(trail_page(visit.frame(), view));
}

} // namespace

void add_agency_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur", Need::any, overview);
    add_get(router, services, "/meja/atur/instansi", Need::whole,
            [](const Visit& visit) { return shown(agency_page(visit.frame(), {})); });
    add_post(router, services, "/meja/atur/instansi", Need::whole, change);
    add_get(router, services, "/meja/atur/jejak", Need::whole, trail);
}

} // namespace administration
