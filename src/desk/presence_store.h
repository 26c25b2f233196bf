// Rows of table presence. A refused statement throws db::Error.
#pragma once
#include "db/tx.h"
#include "desk/presence.h"

namespace desk::store {

struct LookingAt {
    cases::CaseId case_id;
    staff::StaffId staff;
    std::string name;
    base::Time seen_at{};
};
BOOST_DESCRIBE_STRUCT(LookingAt, (), (case_id, staff, name, seen_at))

void save_presence(db::Tx& tx, base::AgencyId agency, cases::CaseId c, staff::StaffId staff, base::Time now);
/// Of one case, seen after `since`, all but `me`.
[[nodiscard]] std::vector<Looking> find_others(db::Tx& tx, base::AgencyId agency, cases::CaseId c,
                                               staff::StaffId me, base::Time since);
/// Of every case.
[[nodiscard]] std::vector<LookingAt> find_all_others(db::Tx& tx, base::AgencyId agency, staff::StaffId me,
                                                     base::Time since);
void delete_seen_before(db::Tx& tx, base::AgencyId agency, base::Time before);

} // namespace desk::store
