#include "administration/duty_pages.h"
#include "administration/rule_desk_routes.h"
#include "agency/duty_actions.h"
#include "base/text.h"
#include "cases/sharing_actions.h"
#include "db/database.h"
#include "staff/absence_actions.h"

#include <algorithm>
#include <charconv>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

constexpr std::string_view here = "/meja/atur/aturan/pembagian";

base::Day today(const Visit& visit) {
    return base::local_day(visit.services.now(), visit.directory->agency().zone);
}

DutyView view_of(const Visit& visit) {
    return visit.services.database.read([&](db::Tx& tx) {
        DutyView out{.sharing = cases::sharing_of(tx, visit.agency()),
                     .absences = staff::absences(tx, visit.agency(), today(visit)),
                     .people = staff::all_people(tx, visit.agency())};
        std::erase_if(out.people, [](const staff::Person& person) { return !person.is_active; });
        std::ranges::sort(out.people, {}, &staff::Person::name);
        return out;
    });
}

template <class Do> Response changed(const Visit& visit, Do act) {
    auto done = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> { return act(tx); });
    if (!done)
        return refused(duty_page(visit.frame(), view_of(visit), visit.filled(done.error())), done.error());
    return saved(visit, here);
}

Response share(const Visit& visit) {
    return changed(visit, [&](db::Tx& tx) -> base::Result<void> {
        auto office = base::parse_id_as<agency::OfficeId>(visit.value("office"));
        if (!office) return base::fail_field("office", "field.missing");
        const std::string code = visit.value("cara");
        if (code == "hand") return cases::set_sharing(tx, *visit.directory, *office, {});
        auto how = base::from_code<cases::SharedBy>(code, "cara");
        if (!how) return base::pass(how);
        return cases::set_sharing(tx, *visit.directory, *office, *how);
    });
}

Response note_absence(const Visit& visit) {
    return changed(visit, [&](db::Tx& tx) -> base::Result<void> {
        auto person = base::parse_id_as<staff::StaffId>(visit.value("staff"));
        if (!person) return base::fail_field("staff", "field.missing");
        staff::Absence absence{.id = {},
                               .staff = *person,
                               .first_day = visit.value("first_day"),
                               .last_day = visit.value("last_day")};
        if (const std::string text = visit.value("substitute"); !text.empty()) {
            auto substitute = base::parse_id_as<staff::StaffId>(text);
            if (!substitute) return base::fail_field("substitute");
            absence.substitute = *substitute;
        }
        auto noted = staff::note_absence(tx, visit.staff_change(), visit.agency(), absence);
        if (!noted) return base::pass(noted);
        return {};
    });
}

Response remove_absence(const Visit& visit) {
    auto id = visit.id<staff::AbsenceId>("id");
    if (!id) return base::pass(id);
    auto removed = visit.services.database.write(
        [&](db::Tx& tx) { return staff::remove_absence(tx, visit.staff_change(), visit.agency(), *id); });
    if (!removed) return not_there();
    return saved(visit, here);
}

Response set_arbiter(const Visit& visit) {
    return changed(visit, [&](db::Tx& tx) -> base::Result<void> {
        const std::string office = visit.value("arbiter_office");
        if (office.empty()) return agency::set_arbiter(tx, visit.change(), visit.agency(), {});
        auto id = base::parse_id_as<agency::OfficeId>(office);
        if (!id) return base::fail_field("arbiter_office");
        agency::Arbiter arbiter{.office = *id};
        if (const std::string text = visit.value("arbiter_staff"); !text.empty()) {
            auto person = base::parse_id(text);
            if (!person || !staff::find_person(tx, visit.agency(), staff::StaffId{*person}))
                return base::fail_field("arbiter_staff");
            arbiter.staff = *person;
        }
        const std::string days(base::trim(visit.value("working_days")));
        const auto [end, error] =
            std::from_chars(days.data(), days.data() + days.size(), arbiter.working_days);
        if (error != std::errc() || end != days.data() + days.size()) return base::fail_field("working_days");
        return agency::set_arbiter(tx, visit.change(), visit.agency(), arbiter);
    });
}

} // namespace

void add_duty_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, here, Need::whole, [](const Visit& visit) -> Response {
        return shown(duty_page(visit.frame(), view_of(visit), {}));
    });
    add_post(router, services, here, Need::whole, share);
    add_post(router, services, "/meja/atur/aturan/absen", Need::whole, note_absence);
    add_post(router, services, "/meja/atur/aturan/absen/{id}/hapus", Need::whole, remove_absence);
    add_post(router, services, "/meja/atur/aturan/penentu", Need::whole, set_arbiter);
}

} // namespace administration
