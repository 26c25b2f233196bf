// Saying that one looks at a case, and who else does. Without any right asked: callers give cases that the
// person may see. Never refused.
#pragma once
#include "desk/presence.h"

namespace db {
class Tx;
}

namespace desk {

void look(db::Tx& tx, base::AgencyId agency, cases::CaseId c, staff::StaffId me, base::Time now);
/// Who else looks at the case, the last seen first.
[[nodiscard]] std::vector<Looking> others(db::Tx& tx, base::AgencyId agency, cases::CaseId c,
                                          staff::StaffId me, base::Time now);
/// The same for every case that somebody else looks at: for the rows of a list.
[[nodiscard]] LookingByCase all_others(db::Tx& tx, base::AgencyId agency, staff::StaffId me, base::Time now);
/// Takes out what no longer counts. For the schedule.
void sweep_presence(db::Tx& tx, base::AgencyId agency, base::Time now);

} // namespace desk
