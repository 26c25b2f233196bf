// One incident as a person of the staff sees it on /meja/kejadian/{id}. Plain data: what the person may not
// see is not in it.
#pragma once
#include "agency/directory.h"
#include "cases/incident_merge.h"

namespace desk {

/// Another incident, by the first of its cases that the person sees.
struct IncidentChoice {
    cases::Incident incident;
    cases::Case first;
};

/// What would come over, before anything does.
struct MergePreview {
    IncidentChoice other;
    std::vector<cases::Case> cases; ///< the first few that the person sees
    int people_then = 0;            ///< of both, each once
    std::optional<base::Problem> refused;
};

struct MergeHistory {
    cases::Merging merging;
    std::string by;
    std::string undone_by;
};

struct IncidentView {
    cases::Incident incident;
    std::string title;
    std::vector<cases::Case> members; ///< the first that the person sees
    bool may_merge = false;           ///< and undo it
    std::string looked_for;
    std::vector<IncidentChoice> found; ///< by what was looked for, else what is likely the same
    std::optional<MergePreview> preview;
    std::vector<MergeHistory> history;         ///< the newest first
    std::optional<base::Problem> not_undoable; ///< why the last merging cannot be taken back

    [[nodiscard]] int hidden() const noexcept { return incident.cases - static_cast<int>(members.size()); }
};

} // namespace desk
