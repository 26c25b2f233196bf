// A challenger's trial from its cases to the history, and stepping back from a model that took over.
#pragma once
#include "learning/learn_actions.h"
#include "learning/standing.h"

namespace learning {

/// Handed over together. Lives in app/.
struct Services {
    db::Database& database;
    Readers& readers;
    base::IdSource& ids;
    base::Now now;
};

/// Learns, judges, and lets the challenger take over where it is better than what reads today and than what
/// was taken back. The outcome stands in the history, also when nothing could be learnt; a change of models
/// is an event of the agency besides. Refusals: `file.unwritable`, those of learn_own().
[[nodiscard]] base::Result<Lesson> try_challenger(const Services& services,
                                                  const agency::Directory& directory);
/// What it would be, and nothing changed.
[[nodiscard]] base::Result<Lesson> judge_challenger(const Services& services,
                                                    const agency::Directory& directory);

/// Whether people decided enough since the last trial, and it is night.
[[nodiscard]] bool is_trial_due(const Services& services, const agency::Directory& directory);

[[nodiscard]] Standing standing_of(const Services& services, base::AgencyId agency, int most_entries);

/// Puts the other model in use: the one before, or, after that, the one that was taken back. `seen`: sum of
/// what the person saw in use. Conflict `model.changed_meanwhile`, `model.none_before`; `file.unwritable`.
[[nodiscard]] base::Result<What> step_back(const Services& services, base::AgencyId agency,
                                           std::int64_t staff, std::string_view seen);

} // namespace learning
