// Office hours of an agency: read, and changed with an event. In the caller's unit of work.
#pragma once
#include "agency/agency_actions.h"
#include "agency/office_hours.h"

namespace agency {

/// The usual ones until somebody set others.
[[nodiscard]] OfficeHours office_hours_of(db::Tx& tx, base::AgencyId agency);
/// Writes `agency.office_hours_changed`.
void change_office_hours(db::Tx& tx, const Change& change, base::AgencyId agency, const OfficeHours& hours);

} // namespace agency
