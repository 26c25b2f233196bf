// Who is told of a step on a case's ladder. Pure: nobody who may not see the case, nobody who is away; where
// those who are asked for are not there, the next. Never fails; nobody may be left.
#pragma once
#include "cases/actor.h"
#include "deadlines/ladder.h"
#include "staff/duty.h"

namespace cases {

/// assignee: who is in charge or stands in for them, else the operators of the nearest office up the tree,
/// else the head. coordinator: of the nearest office, else the head. office_head: of the nearest office, else
/// the coordinators. agency_head: of the office at the root, else the next below on the way to the case.
[[nodiscard]] std::vector<StaffId> reminded(const Case& c, deadlines::Audience audience,
                                            std::span<const staff::OnDuty> people,
                                            const agency::OfficeTree& offices);

} // namespace cases
