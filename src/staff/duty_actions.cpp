#include "staff/duty_actions.h"

#include "staff/duty_store.h"

#include <algorithm>

namespace staff {
namespace {

/// Those of the person that hold today.
std::vector<Absence> running(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Day today) {
    const std::string on = base::to_iso(today);
    auto out = absences(tx, agency, today);
    std::erase_if(out, [&](const Absence& each) { return each.staff != staff || on < each.first_day; });
    return out;
}

} // namespace

std::vector<OnDuty> people_on_duty(db::Tx& tx, base::AgencyId agency, base::Day today) {
    const auto away = absences(tx, agency, today);
    std::vector<OnDuty> out;
    for (const auto& row : store::duties(tx, agency)) {
        if (out.empty() || out.back().id != row.id) {
            const bool is_gone = is_away(away, row.id, today);
            out.push_back({.id = row.id,
                           .roles = {},
                           .is_away = is_gone,
                           .stand_in = is_gone ? stand_in(away, row.id, today) : std::nullopt,
                           .has_email = row.email.has_value()});
        }
        out.back().roles.push_back({row.role, row.office});
    }
    return out;
}

Duty duty_of(db::Tx& tx, base::AgencyId agency, StaffId staff) {
    return store::find_duty(tx, agency, staff);
}

void set_duty(db::Tx& tx, base::AgencyId agency, StaffId staff, const Duty& duty) {
    store::put_duty(tx, agency, staff, duty);
}

std::optional<base::Day> away_until(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Day today) {
    std::optional<base::Day> out;
    for (const Absence& each : running(tx, agency, staff, today))
        if (auto last = base::parse_day(each.last_day); last && (!out || *last > *out)) out = *last;
    return out;
}

base::Result<void> stay_away(db::Tx& tx, const StaffChange& change, base::AgencyId agency, StaffId staff,
                             base::Day today, std::optional<base::Day> until) {
    if (away_until(tx, agency, staff, today) == until) return {};
    for (const Absence& each : running(tx, agency, staff, today))
        if (auto gone = remove_absence(tx, change, agency, each.id); !gone) return gone;
    if (!until) return {};
    auto noted = note_absence(
        tx, change, agency,
        {.id = {}, .staff = staff, .first_day = base::to_iso(today), .last_day = base::to_iso(*until)});
    return noted ? base::Result<void>{} : base::pass(noted);
}

} // namespace staff
