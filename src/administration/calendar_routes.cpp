#include "administration/calendar_routes.h"

#include "administration/day_list.h"
#include "administration/deadline_pages.h"
#include "administration/guard_routes.h"
#include "administration/holiday_pages.h"
#include "db/database.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/profile.h"

#include <algorithm>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

http::Response show_deadlines(const Visit& visit, const Filled& filled) {
    auto page =
        deadlines_page(visit.frame(), deadlines::calendar_of(*visit.directory), visit.services.now(), filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

/// Changes the agency as it is now in the database.
template <class Change> base::Result<void> change_agency(const Visit& visit, const Change& change) {
    return visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto directory = agency::read_directory(tx, visit.agency());
        if (!directory) return base::pass(directory);
        agency::Agency wanted = directory->agency();
        change(wanted);
        return agency::change_agency(tx, visit.change(), wanted);
    });
}

Response choose_profile(const Visit& visit) {
    const std::string profile = visit.value("profile");
    const auto ids = deadlines::shipped_profiles().ids();
    auto changed = [&]() -> base::Result<void> {
        if (std::ranges::find(ids, profile) == ids.end()) return base::fail_field("profile");
        return change_agency(visit, [&](agency::Agency& wanted) { wanted.profile = profile; });
    }();
    if (!changed) return show_deadlines(visit, visit.filled(changed.error()));
    return saved(visit, "/meja/atur/tenggat");
}

int this_year(const Visit& visit) {
    const auto today = base::local_day(visit.services.now(), visit.directory->agency().zone);
    return static_cast<int>(std::chrono::year_month_day{today}.year());
}

http::Response show_holidays(const Visit& visit, const Filled& filled) {
    auto asked = base::parse_id(visit.request.query.value("tahun"));
    const int year = asked && *asked >= 2000 && *asked <= 2100 ? static_cast<int>(*asked) : this_year(visit);
    auto page = holidays_page(visit.frame(), deadlines::calendar_of(*visit.directory), year, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

Response add_day(const Visit& visit) {
    auto day = base::parse_day(visit.value("day"));
    const std::string state = visit.value("state");
    auto added = [&]() -> base::Result<void> {
        if (!day) return base::fail_field("day");
        if (state != "tutup" && state != "buka") return base::fail_field("state");
        return visit.services.database.write([&](db::Tx& tx) {
            return agency::put_day(tx, visit.change(), visit.agency(),
                                   {*day, visit.value("name"), state == "tutup"});
        });
    }();
    if (!added) return show_holidays(visit, visit.filled(added.error()));
    return saved(visit, "/meja/atur/libur?tahun=" + base::to_iso(*day).substr(0, 4));
}

Response remove_day(const Visit& visit) {
    auto day = base::parse_day(visit.request.param("hari"));
    if (!day) return not_there();
    auto removed = visit.services.database.write(
        [&](db::Tx& tx) { return agency::remove_day(tx, visit.change(), visit.agency(), *day); });
    if (!removed) return not_there();
    return saved(visit, "/meja/atur/libur?tahun=" + base::to_iso(*day).substr(0, 4));
}

Response set_leave(const Visit& visit) {
    auto changed = change_agency(
        visit, [&](agency::Agency& wanted) { wanted.leave_is_off = visit.form.fields.has("libur"); });
    if (!changed) return base::pass(changed);
    return saved(visit, "/meja/atur/libur");
}

Response import_days(const Visit& visit) {
    const auto* file = visit.form.file("berkas");
    auto done = [&]() -> base::Result<void> {
        if (!file) return base::fail_field({}, "file.missing");
        auto days = read_day_list(file->bytes);
        if (!days) return base::pass(days);
        return visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
            for (const auto& day : *days)
                if (auto put = agency::put_day(tx, visit.change(), visit.agency(), day); !put) return put;
            return {};
        });
    }();
    if (!done) return show_holidays(visit, {.problem = done.error()});
    return saved(visit, "/meja/atur/libur");
}

} // namespace

void add_calendar_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/tenggat", Need::whole,
            [](const Visit& visit) { return show_deadlines(visit, {}); });
    add_post(router, services, "/meja/atur/tenggat", Need::whole, choose_profile);
    add_get(router, services, "/meja/atur/libur", Need::whole,
            [](const Visit& visit) { return show_holidays(visit, {}); });
    add_post(router, services, "/meja/atur/libur", Need::whole, add_day);
    add_post(router, services, "/meja/atur/libur/cuti-bersama", Need::whole, set_leave);
    add_post(router, services, "/meja/atur/libur/csv", Need::whole, import_days, 2 * http::mib);
    add_post(router, services, "/meja/atur/libur/{hari}/hapus", Need::whole, remove_day);
}

} // namespace administration
