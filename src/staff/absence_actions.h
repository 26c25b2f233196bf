// Noting who is away; each change writes its event in the caller's unit of work. Refusals: those of check(),
// not_found `staff.unknown`, `absence.unknown`.
#pragma once
#include "staff/absence.h"
#include "staff/staff_actions.h"

namespace staff {

[[nodiscard]] base::Result<Absence> note_absence(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                                 Absence absence);
[[nodiscard]] base::Result<void> remove_absence(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                                AbsenceId id);
/// Those that are not over on that day.
[[nodiscard]] std::vector<Absence> absences(db::Tx& tx, base::AgencyId agency, base::Day from);

} // namespace staff
