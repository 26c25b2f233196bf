// Reading one incident for the public. Refusal: not_found `incident.not_found`, also for one of which the
// public may know no report.
#pragma once
#include "agency/directory.h"
#include "transparency/incident_view.h"

namespace db {
class Tx;
}

namespace transparency {

/// Of the incident that it is now: one that came into another leads to that.
[[nodiscard]] base::Result<PublicIncident>
read_public_incident(db::Tx& tx, const agency::Directory& directory, cases::IncidentId id);

} // namespace transparency
