// Merging incidents and taking it back, in the unit of work of the command that asks it. Refusals: those of
// incident_merge.h, and forbidden `incident.not_yours`.
#pragma once
#include "cases/incident_actions.h"
#include "cases/incident_merge.h"
#include "staff/principal.h"

namespace cases {

/// Who is asked besides the rules of the case itself: a person merges where they may join in both, at one
/// case of each at least.
[[nodiscard]] base::Result<void> may_work_on(db::Tx& tx, const agency::Directory& directory,
                                             const staff::Principal& person, IncidentId id);
/// A case to join, to separate from or to merge with that the person does not see is none; an incident comes
/// over only from those who may work on it.
[[nodiscard]] base::Result<void> may_name_other(db::Tx& tx, const Context& context,
                                                const staff::Principal& person, const Command& command);
/// The case at which the person may give that command: the first by time; else the first they see, whose
/// refusal they read. Nothing when they see none of them.
[[nodiscard]] std::optional<Case> case_to_act_on(db::Tx& tx, const agency::Directory& directory,
                                                 const staff::Principal& person, IncidentId id);

/// Completes what the command will say of itself, in the step of its case.
void complete_merging(Body& body, const IncidentStep& step);
/// After the event of the case itself: the members, an event of each of them, the counts, and where they
/// stand now.
void merge_incidents(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                     const Event& event);
void unmerge_incidents(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                       const Event& event);

/// The incident that it is now, or is in now.
[[nodiscard]] std::optional<Incident> incident_now(db::Tx& tx, base::AgencyId agency, IncidentId id);
/// Those that are in it now, whatever they came by.
[[nodiscard]] std::vector<IncidentId> gone_into(db::Tx& tx, base::AgencyId agency, IncidentId id);
/// How many people both touch, each once.
[[nodiscard]] int people_of_both(db::Tx& tx, base::AgencyId agency, IncidentId a, IncidentId b);
/// Whether the last merging into it can be taken back now.
[[nodiscard]] base::Result<Merging> undoable(db::Tx& tx, base::AgencyId agency, IncidentId id);
/// Into that incident, the newest first.
[[nodiscard]] std::vector<Merging> mergings_of(db::Tx& tx, base::AgencyId agency, IncidentId id, int most);

} // namespace cases
