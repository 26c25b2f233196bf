// Learning from what people decided: a model of an agency's kinds, topics and offices, judged on its newest
// decided cases before it takes over.
#pragma once
#include "cases/learning.h"
#include "learning/learn_limits.h"
#include "learning/lesson.h"
#include "learning/readers.h"

namespace db {
class Database;
}

namespace learning {

/// What the challenger must beat besides what reads today, and what those may have seen already.
struct Champions {
    /// What reads today, or was taken back, has learnt from cases up to then: only later ones judge. Empty:
    /// from none, or it is not known.
    std::optional<base::Time> learnt_until = {};
    std::shared_ptr<const triage::Model> rejected = {}; ///< was taken back
};

/// What people decided, in the order of time. What was archived as spam or as chat says its kind and no more;
/// a test or a double entry is left out.
[[nodiscard]] std::vector<cases::DecidedCase> decided(db::Database& database, base::AgencyId agency);

/// The newest fifth is held back, or less where the champions know part of it. Holds no unit of work while it
/// learns. `learn.too_little`: fewer decided cases than that, or all of one office; `learn.nothing_new`: too
/// few later ones.
[[nodiscard]] base::Result<Lesson> learn_own(db::Database& database, Readers& readers,
                                             const agency::Directory& directory,
                                             const Champions& champions = {});

} // namespace learning
