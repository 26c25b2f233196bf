#include "cases/beside_actions.h"

#include "cases/incident_store.h"
#include "deadlines/deadline_actions.h"

namespace cases {

ClocksByCase clocks_of(db::Tx& tx, std::span<const Case> all) {
    ClocksByCase out;
    if (all.empty()) return out;
    std::vector<std::int64_t> subjects;
    for (const Case& c : all)
        subjects.push_back(c.id.value);
    for (auto& [id, clocks] : deadlines::deadlines_of_all(tx, all.front().agency, "case", subjects))
        out[CaseId{id}] = std::move(clocks);
    return out;
}

std::unordered_map<CaseId, int> people_of(db::Tx& tx, std::span<const Case> all) {
    if (all.empty()) return {};
    std::vector<CaseId> ids;
    for (const Case& c : all)
        ids.push_back(c.id);
    return find_people_of(tx, all.front().agency, ids);
}

} // namespace cases
