#include "cases/incident_merge.h"

namespace cases {
namespace {

std::unexpected<base::Problem> refused(std::string code) {
    return base::fail(base::Kind::conflict, std::move(code));
}

} // namespace

base::Result<void> may_merge(const std::optional<Incident>& own, const std::optional<Incident>& other,
                             std::optional<int> seen) {
    if (!own || !other) return refused("incident.none");
    if (own->id == other->id) return refused("case.joined_already");
    if (own->cases + other->cases > most_in_an_incident) return refused("incident.too_many");
    if (seen && *seen != other->cases) return refused("incident.changed_since");
    return {};
}

base::Result<void> may_unmerge(const std::optional<Merging>& last, std::int64_t changes) {
    if (!last) return refused("incident.not_merged");
    if (changes != 0) return refused("incident.changed_since");
    return {};
}

} // namespace cases
