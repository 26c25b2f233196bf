#include "desk/presence_actions.h"

#include "desk/presence_store.h"

namespace desk {

void look(db::Tx& tx, base::AgencyId agency, cases::CaseId c, staff::StaffId me, base::Time now) {
    store::save_presence(tx, agency, c, me, now);
}

std::vector<Looking> others(db::Tx& tx, base::AgencyId agency, cases::CaseId c, staff::StaffId me,
                            base::Time now) {
    return store::find_others(tx, agency, c, me, now - presence_length);
}

LookingByCase all_others(db::Tx& tx, base::AgencyId agency, staff::StaffId me, base::Time now) {
    LookingByCase out;
    for (auto& row : store::find_all_others(tx, agency, me, now - presence_length))
        out[row.case_id].push_back({row.staff, std::move(row.name), row.seen_at});
    return out;
}

void sweep_presence(db::Tx& tx, base::AgencyId agency, base::Time now) {
    store::delete_seen_before(tx, agency, now - presence_length);
}

} // namespace desk
