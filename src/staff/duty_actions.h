// Who is at work, and what a person says of that. Refusals: those of note_absence().
#pragma once
#include "staff/absence_actions.h"
#include "staff/duty.h"

namespace staff {

/// All with an open account and a role.
[[nodiscard]] std::vector<OnDuty> people_on_duty(db::Tx& tx, base::AgencyId agency, base::Day today);
[[nodiscard]] Duty duty_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
void set_duty(db::Tx& tx, base::AgencyId agency, StaffId staff, const Duty& duty);

/// The last day of the absence that is running; null: at work.
[[nodiscard]] std::optional<base::Day> away_until(db::Tx& tx, base::AgencyId agency, StaffId staff,
                                                  base::Day today);
/// From today to that day, by the person themselves; null: back at work. The same again changes nothing.
[[nodiscard]] base::Result<void> stay_away(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                           StaffId staff, base::Day today, std::optional<base::Day> until);

} // namespace staff
