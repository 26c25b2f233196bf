#include "transparency/incident_view_actions.h"

#include "cases/incident_merge_actions.h"

namespace transparency {

base::Result<PublicIncident> read_public_incident(db::Tx& tx, const agency::Directory& directory,
                                                  cases::IncidentId id) {
    constexpr int most = 200;
    const auto missing = [] { return base::fail(base::Kind::not_found, "incident.not_found"); };
    const auto incident = cases::incident_now(tx, directory.id(), id);
    if (!incident) return missing();
    PublicIncident out{.incident = *incident, .reports = {}, .solved = 0};
    for (const auto& c : cases::members_of(tx, directory.id(), incident->id, most)) {
        if (c.state == cases::State::archived) continue;
        auto view = cases::public_view(c);
        if (!view) continue;
        if (c.state == cases::State::resolved || c.state == cases::State::closed) ++out.solved;
        out.reports.push_back(std::move(*view));
    }
    if (out.reports.empty()) return missing();
    return out;
}

} // namespace transparency
