#include "desk/notice_view_actions.h"

#include "cases/case_actions.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

#include <algorithm>

namespace desk {

Notices read_notices(db::Tx& tx, const Asking& asking) {
    const auto agency = asking.directory.id();
    Notices out;
    out.duty = staff::duty_of(tx, agency, asking.person.staff);
    out.away_until = staff::away_until(tx, agency, asking.person.staff,
                                       base::local_day(asking.now, asking.directory.agency().zone));
    for (auto& notice : staff::notices_of(tx, agency, asking.person.staff)) {
        auto c = cases::case_of_id(tx, agency, cases::CaseId{notice.subject});
        if (!c) continue;
        const auto actor =
            cases::actor_for(*c, asking.person.staff, asking.person.roles, asking.directory.offices());
        if (!cases::staff_view(*c, actor).may_see) continue;
        const auto clocks = deadlines::deadlines_of(tx, agency, {notice.subject_kind, notice.subject});
        const auto clock = std::ranges::find(clocks, notice.deadline, &deadlines::Deadline::name);
        out.rows.push_back(
            {std::move(notice), std::move(*c), clock == clocks.end() ? std::nullopt : std::optional(*clock)});
    }
    return out;
}

} // namespace desk
