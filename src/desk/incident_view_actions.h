// Reading one incident for a person of the staff, and merging it with another, in the caller's unit of work.
// An incident of which the person sees no case is not_found `incident.not_found`; other refusals: those of
// cases/incident_merge_actions.h and cases::act().
#pragma once
#include "cases/case_actions.h"
#include "desk/incident_view.h"
#include "staff/principal.h"

namespace desk {

/// What is asked of the page.
struct IncidentAsked {
    cases::IncidentId id;
    std::string looked_for = {};                ///< a code, a number of an incident, or words
    std::optional<cases::IncidentId> with = {}; ///< to look at before merging
};
/// Of the incident that it is now: one that came into another leads to that.
[[nodiscard]] base::Result<IncidentView> read_incident(db::Tx& tx, const cases::Context& context,
                                                       const staff::Principal& person,
                                                       const IncidentAsked& asked);

struct MergeAsked {
    cases::IncidentId id;
    std::optional<cases::IncidentId> with = {};
    std::optional<int> cases = {}; ///< how many the person saw come over
    std::string reason = {};
};
[[nodiscard]] base::Result<void> merge(db::Tx& tx, const cases::Context& context,
                                       const staff::Principal& person, const MergeAsked& asked);
[[nodiscard]] base::Result<void> unmerge(db::Tx& tx, const cases::Context& context,
                                         const staff::Principal& person, cases::IncidentId id,
                                         const std::string& reason);

} // namespace desk
