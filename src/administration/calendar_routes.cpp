#include "administration/calendar_routes.h"

#include "administration/day_list.h"
#include "administration/deadline_pages.h"
#include "administration/guard_routes.h"
#include "administration/holiday_pages.h"
#include "administration/own_profile_form.h"
#include "base/text.h"
#include "db/database.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/ical.h"
#include "deadlines/own_profile_actions.h"

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
    const auto ids = deadlines::profiles_of(*visit.directory).ids();
    auto changed = [&]() -> base::Result<void> {
        if (std::ranges::find(ids, profile) == ids.end()) return base::fail_field("profile");
        return change_agency(visit, [&](agency::Agency& wanted) { wanted.profile = profile; });
    }();
    if (!changed) return show_deadlines(visit, visit.filled(changed.error()));
    return saved(visit, "/meja/atur/tenggat");
}

Response put_version(const Visit& visit) {
    auto put = [&]() -> base::Result<bool> {
        auto data = own_profile_data(visit.filled({}), *visit.directory);
        if (!data) return base::pass(data);
        return visit.services.database.write([&](db::Tx& tx) {
            return deadlines::put_own_profile(tx, visit.change(), visit.agency(), *data);
        });
    }();
    if (!put) return show_deadlines(visit, visit.filled(put.error()));
    return saved(visit, "/meja/atur/tenggat");
}

Response withdraw_version(const Visit& visit) {
    auto done = visit.services.database.write([&](db::Tx& tx) {
        return deadlines::withdraw_own_profile(tx, visit.change(), visit.agency(),
                                               std::string(visit.request.param("kode")),
                                               std::string(visit.request.param("versi")));
    });
    if (!done && done.error().kind == base::Kind::not_found) return not_there();
    if (!done) return show_deadlines(visit, {.problem = done.error()});
    return saved(visit, "/meja/atur/tenggat");
}

int this_year(const Visit& visit) {
    const auto today = base::local_day(visit.services.now(), visit.directory->agency().zone);
    return static_cast<int>(std::chrono::year_month_day{today}.year());
}

http::Response show_holidays(const Visit& visit, const Filled& filled) {
    auto asked = base::parse_id(visit.request.query.value("tahun"));
    const int year = asked && *asked >= 2000 && *asked <= 2100 ? static_cast<int>(*asked) : this_year(visit);
    const auto today = base::local_day(visit.services.now(), visit.directory->agency().zone);
    auto page = holidays_page(visit.frame(), deadlines::calendar_of(*visit.directory), today, year, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

Response add_day(const Visit& visit) {
    auto day = base::parse_day(visit.value("day"));
    const std::string state = visit.value("state");
    auto added = [&]() -> base::Result<void> {
        if (!day) return base::fail_field("day");
        if (state != "tutup" && state != "buka") return base::fail_field("state");
        auto hours = agency::parse_intervals(visit.value("hours"), "hours");
        if (!hours) return base::pass(hours);
        return visit.services.database.write([&](db::Tx& tx) {
            return agency::put_day(
                tx, visit.change(), visit.agency(),
                {.day = *day, .name = visit.value("name"), .is_closed = state == "tutup", .hours = *hours});
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

agency::DayKind kind_of(deadlines::HolidayKind kind) {
    switch (kind) {
    case deadlines::HolidayKind::national: return agency::DayKind::national;
    case deadlines::HolidayKind::collective_leave: return agency::DayKind::collective_leave;
    case deadlines::HolidayKind::own: return agency::DayKind::own;
    }
    return agency::DayKind::own;
}

/// What is built in already is not taken a second time.
bool is_built_in(const deadlines::Holiday& day) {
    return std::ranges::any_of(deadlines::shipped_holidays(), [&](const deadlines::Holiday& each) {
        return each.day == day.day && each.kind == day.kind;
    });
}

base::Result<void> take_calendar(const Visit& visit) {
    const auto* file = visit.form.file("kalender");
    if (!file) return base::fail_field({}, "file.missing");
    auto kind = base::from_code<deadlines::HolidayKind>(visit.value("kind"), "kind");
    if (!kind) return base::pass(kind);
    auto source = base::clean(visit.value("source"), 200, "source");
    if (!source) return base::pass(source);
    if (source->empty()) return base::fail_field("source", "field.missing");
    auto days = deadlines::parse_ical(file->bytes, *kind, *source);
    if (!days) {
        if (days.error().code == "import.line") days.error().code = "calendar.unreadable";
        return base::pass(days);
    }
    std::erase_if(*days, is_built_in);
    // Where two stand on a day, the first kind wins: a day has one row.
    const auto repeated = std::ranges::unique(*days, {}, &deadlines::Holiday::day);
    days->erase(repeated.begin(), repeated.end());
    return visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& each : *days)
            if (auto put = agency::put_day(tx, visit.change(), visit.agency(),
                                           {.day = each.day,
                                            .name = each.name,
                                            .is_closed = true,
                                            .kind = kind_of(each.kind),
                                            .source = each.source});
                !put)
                return put;
        return {};
    });
}

Response import_calendar(const Visit& visit) {
    if (auto done = take_calendar(visit); !done) return show_holidays(visit, visit.filled(done.error()));
    return saved(visit, "/meja/atur/libur");
}

Response export_calendar(const Visit& visit) {
    const auto& calendar = deadlines::calendar_of(*visit.directory);
    auto out = http::bytes(deadlines::to_ical(calendar.parts().holidays, visit.directory->agency().short_name,
                                              visit.services.now()),
                           "text/calendar; charset=utf-8");
    out.headers.set("Content-Disposition", "attachment; filename=\"hari-libur.ics\"");
    out.headers.set("Cache-Control", "no-store");
    return out;
}

} // namespace

void add_calendar_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/tenggat", Need::whole,
            [](const Visit& visit) { return show_deadlines(visit, {}); });
    add_post(router, services, "/meja/atur/tenggat", Need::whole, choose_profile);
    add_post(router, services, "/meja/atur/tenggat/versi", Need::whole, put_version);
    add_post(router, services, "/meja/atur/tenggat/{kode}/{versi}/tarik", Need::whole, withdraw_version);
    add_get(router, services, "/meja/atur/libur", Need::whole,
            [](const Visit& visit) { return show_holidays(visit, {}); });
    add_post(router, services, "/meja/atur/libur", Need::whole, add_day);
    add_post(router, services, "/meja/atur/libur/cuti-bersama", Need::whole, set_leave);
    add_post(router, services, "/meja/atur/libur/csv", Need::whole, import_days, 2 * http::mib);
    add_post(router, services, "/meja/atur/libur/kalender", Need::whole, import_calendar, 1 * http::mib);
    add_get(router, services, "/meja/atur/libur.ics", Need::whole, export_calendar);
    add_post(router, services, "/meja/atur/libur/{hari}/hapus", Need::whole, remove_day);
}

} // namespace administration
