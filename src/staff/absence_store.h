// SQL of absences. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/absence.h"

namespace staff::store {

/// Those that are not over before that day, by person and first day.
[[nodiscard]] std::vector<Absence> absences_from(db::Tx& tx, base::AgencyId agency, const std::string& day);
void insert_absence(db::Tx& tx, base::AgencyId agency, const Absence& absence, base::Time now);
[[nodiscard]] bool delete_absence(db::Tx& tx, base::AgencyId agency, AbsenceId id);

} // namespace staff::store
