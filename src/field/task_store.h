// SQL of the list of tasks. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "field/task.h"

namespace field {

inline constexpr int tasks_per_office = 200;

/// Of one office, given to the person or to nobody, the earliest due first.
[[nodiscard]] std::vector<TaskRow> find_tasks(db::Tx& tx, base::AgencyId agency, agency::OfficeId office,
                                              staff::StaffId person);
/// Cases for which the person gave proof since then, the latest first.
[[nodiscard]] std::vector<cases::CaseId> find_done(db::Tx& tx, base::AgencyId agency, staff::StaffId person,
                                                   base::Time since);

} // namespace field
