#include "staff/duty_actions.h"

#include "staff/duty_store.h"

namespace staff {

std::vector<OnDuty> people_on_duty(db::Tx& tx, base::AgencyId agency, base::Day today) {
    std::vector<OnDuty> out;
    const std::string on = base::to_iso(today);
    for (const auto& row : store::duties(tx, agency)) {
        if (out.empty() || out.back().id != row.id)
            out.push_back({.id = row.id,
                           .roles = {},
                           .is_away = row.away_until && on <= *row.away_until,
                           .has_email = row.email.has_value()});
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

} // namespace staff
