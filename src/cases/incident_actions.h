// Incidents in the unit of work of the change: what `join` and `separate` make of them, which cases one fix
// solves together, and "belum" that waits for a look. Refusals: those of incident.h, invalid
// `case.not_found` with the member.
#pragma once
#include "cases/case_actions.h"
#include "cases/incident_merge.h"

namespace cases {

/// What a command means for incidents, before it is decided.
struct IncidentStep {
    std::optional<Incident> own = {};    ///< of the case
    std::optional<Case> other = {};      ///< of `join`, `separate`, `merge` and `unmerge`
    std::optional<Incident> theirs = {}; ///< of the other case
    std::optional<Merging> last = {};    ///< that `unmerge` takes back
};
/// The case that a member of a command names: by its code, or by the id of its incident.
[[nodiscard]] base::Result<Case> other_case(db::Tx& tx, const Context& context, const std::string& text,
                                            std::string_view member);
/// The other case or incident that a command names.
[[nodiscard]] std::optional<std::string> named_other(const Command& command);
[[nodiscard]] base::Result<IncidentStep> incident_step(db::Tx& tx, const Context& context, const Case& c,
                                                       const Command& command);

/// After the event of the case itself: the membership, an event of each other case that enters or is left
/// alone, the counts, and where the members stand now that more or fewer people are touched.
void enter_incident(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                    const Event& event);
void leave_incident(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                    const Event& event);

/// The cases of an incident are more or less pressing once it touches more or fewer people than any of those.
void restand(db::Tx& tx, const Context& context, IncidentId incident, std::initializer_list<int> before);

/// A case that was archived, or came back, is counted anew: spam touches nobody.
void recount_incident(db::Tx& tx, const Context& context, const Case& c);

[[nodiscard]] std::optional<Incident> incident_of(db::Tx& tx, base::AgencyId agency, CaseId id);
/// The other cases of its incident; none when it is in none.
[[nodiscard]] std::vector<CaseId> together_with(db::Tx& tx, base::AgencyId agency, CaseId id);
/// The same as bare ids: what proves one case of an incident proves the others.
[[nodiscard]] std::vector<std::int64_t> one_fix_with(db::Tx& tx, const Case& c);
/// The first by time, at most `most`.
[[nodiscard]] std::vector<Case> members_of(db::Tx& tx, base::AgencyId agency, IncidentId id, int most);
[[nodiscard]] std::vector<Incident> largest_incidents(db::Tx& tx, base::AgencyId agency, int most);

/// Whether a reporter's "belum" waits: others live with the same fix.
[[nodiscard]] bool waits_for_a_look(const Contest& contest, const Actor& actor, const IncidentStep& step);
void note_doubt(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                const Contest& contest);
void forget_doubt(db::Tx& tx, const Case& c);
[[nodiscard]] std::optional<Doubt> doubt_of(db::Tx& tx, base::AgencyId agency, CaseId id);
[[nodiscard]] std::vector<Doubt> doubts_of(db::Tx& tx, base::AgencyId agency, IncidentId id);
/// Staff looked. `reason` is read by the reporter when the fix stands: invalid `case.needs_reason`.
/// Reopens this case, or says so of it; the others are reopened by a job. conflict `case.wrong_state` when no
/// doubt waits.
[[nodiscard]] base::Result<Case> settle_doubt(db::Tx& tx, const Context& context, const Case& c,
                                              const Actor& actor, Look look, const std::string& reason);

} // namespace cases
