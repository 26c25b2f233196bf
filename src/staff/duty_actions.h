// Who is at work, and what a person says of that. Never fails but by a broken database.
#pragma once
#include "staff/duty.h"

namespace db {
class Tx;
}

namespace staff {

/// All with an open account and a role.
[[nodiscard]] std::vector<OnDuty> people_on_duty(db::Tx& tx, base::AgencyId agency, base::Day today);
[[nodiscard]] Duty duty_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
void set_duty(db::Tx& tx, base::AgencyId agency, StaffId staff, const Duty& duty);

} // namespace staff
