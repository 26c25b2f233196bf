// All SQL of incidents, their members and the doubts that wait for a look.
#pragma once
#include "cases/incident.h"
#include "db/tx.h"

#include <span>
#include <unordered_map>

namespace cases {

void insert_incident(db::Tx& tx, const Incident& incident);
void delete_incident(db::Tx& tx, base::AgencyId agency, IncidentId id);
[[nodiscard]] std::optional<Incident> find_incident(db::Tx& tx, base::AgencyId agency, IncidentId id);
[[nodiscard]] std::optional<Incident> find_incident_of(db::Tx& tx, base::AgencyId agency, CaseId id);
/// How many people the incident of each case touches, in one question; no key: the case is in none.
[[nodiscard]] std::unordered_map<CaseId, int> find_people_of(db::Tx& tx, base::AgencyId agency,
                                                             std::span<const CaseId> ids);
/// The statement of find_people_of(), for a look at how the engines run it.
[[nodiscard]] db::Statement find_people_of_statement();

/// False when the case is in an incident already.
[[nodiscard]] bool add_member(db::Tx& tx, base::AgencyId agency, IncidentId incident, CaseId id,
                              base::Time since);
void remove_member(db::Tx& tx, base::AgencyId agency, CaseId id);
/// By id, which is by time, behind `after`.
[[nodiscard]] std::vector<CaseId> find_members(db::Tx& tx, base::AgencyId agency, IncidentId incident,
                                               CaseId after, int limit);
/// Counts cases and people anew.
void count_members(db::Tx& tx, base::AgencyId agency, IncidentId incident);

/// What the most people are touched by first.
[[nodiscard]] std::vector<Incident> find_largest(db::Tx& tx, base::AgencyId agency, int limit);

/// In place of an earlier one of the same case.
void put_doubt(db::Tx& tx, base::AgencyId agency, const Doubt& doubt);
void delete_doubt(db::Tx& tx, base::AgencyId agency, CaseId id);
void forget_doubt_words(db::Tx& tx, base::AgencyId agency, CaseId id);
[[nodiscard]] std::optional<Doubt> find_doubt(db::Tx& tx, base::AgencyId agency, CaseId id);
[[nodiscard]] std::vector<Doubt> find_doubts(db::Tx& tx, base::AgencyId agency, IncidentId incident);

} // namespace cases
