// All SQL of incidents that became one: what was merged, by whom and why, and who was in which before, so
// that it can be taken back as it was.
#pragma once
#include "cases/incident_merge.h"
#include "db/tx.h"

namespace cases {

/// Until the end of this unit nobody else changes who is in it; false when there is none.
[[nodiscard]] bool lock_incident(db::Tx& tx, base::AgencyId agency, IncidentId id);

/// Keeps who is in which, before anything moves.
void insert_merging(db::Tx& tx, const Merging& merging);
void end_merging(db::Tx& tx, const Merging& merging);
/// The last into that incident that stands.
[[nodiscard]] std::optional<Merging> find_last_merging(db::Tx& tx, base::AgencyId agency, IncidentId kept);
/// Into that incident, the newest first.
[[nodiscard]] std::vector<Merging> find_mergings(db::Tx& tx, base::AgencyId agency, IncidentId kept,
                                                 int limit);
/// Where the cases of an incident went that is none any more.
[[nodiscard]] std::optional<IncidentId> find_kept_of(db::Tx& tx, base::AgencyId agency, IncidentId gone);

/// Cases with their "belum" that wait.
void move_members(db::Tx& tx, base::AgencyId agency, IncidentId from, IncidentId to);
void move_members_back(db::Tx& tx, const Merging& merging);
/// The first case of the side that `id` was not on.
[[nodiscard]] std::optional<CaseId> find_other_side(db::Tx& tx, const Merging& merging, CaseId id);
/// How many cases came or went since, or were solved or opened again.
[[nodiscard]] std::int64_t count_changes_since(db::Tx& tx, const Merging& merging);

[[nodiscard]] int count_people_of_both(db::Tx& tx, base::AgencyId agency, IncidentId a, IncidentId b);

void forget_merging_words(db::Tx& tx, base::AgencyId agency, CaseId id);

} // namespace cases
