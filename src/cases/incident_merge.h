// Two incidents that turn out to be one, and two again when that was wrong. Plain values and pure rules;
// refusals are conflicts: `incident.none`, `incident.too_many`, `incident.not_merged`,
// `incident.changed_since`, and those of incident.h.
#pragma once
#include "cases/incident.h"

namespace cases {

using MergingId = base::Id<struct MergingTag>;

/// A row of table incident_mergings.
struct Merging {
    base::AgencyId agency;
    MergingId id;
    IncidentId kept;
    IncidentId gone;
    base::Time gone_since{}; ///< as its incident had it
    base::Time at{};
    StaffId by;
    std::string reason; ///< empty once its words were erased
    int cases = 0;      ///< that came over
    int people = 0;     ///< of them
    std::optional<base::Time> undone_at = {};
    std::optional<StaffId> undone_by = {};
    bool operator==(const Merging&) const = default;
    [[nodiscard]] bool stands() const noexcept { return !undone_at; }
};
BOOST_DESCRIBE_STRUCT(Merging, (),
                      (agency, id, kept, gone, gone_since, at, by, reason, cases, people, undone_at,
                       undone_by))

/// One fix is carried to every case of an incident, and one page of staff stands for it.
inline constexpr int most_in_an_incident = 5'000;

/// Whether `other` may come into `own`. `seen` is how many cases its author saw come over.
[[nodiscard]] base::Result<void> may_merge(const std::optional<Incident>& own,
                                           const std::optional<Incident>& other, std::optional<int> seen);
/// Whether the last merging can be taken back, when that many cases changed since.
[[nodiscard]] base::Result<void> may_unmerge(const std::optional<Merging>& last, std::int64_t changes);

} // namespace cases
