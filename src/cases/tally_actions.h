// Keeping the tallies with every change of a case, in its unit of work; folding; counting anew.
#pragma once
#include "agency/directory.h"
#include "cases/tally.h"

namespace db {
class Database;
class Tx;
} // namespace db

namespace cases {

/// What the case's row has to say of where it stands now.
[[nodiscard]] Standing standing_now(db::Tx& tx, const agency::Directory& directory, const Case& c,
                                    base::Time now);

/// A case that is new.
void tally(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, const Case& c,
           Standing standing);
/// A case that was `before` and is `after`.
void tally(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, const Case& before,
           Standing stood, const Case& after, Standing stands);

/// A clock of the case came near or passed, or its incident touches more people: its row and the tallies
/// follow.
void mark_crossing(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, CaseId id,
                   base::Time now);

/// Takes changes into the tables, a few at a time; counts anew when the agency's zone or its threshold of
/// emergencies changed. Under the lease of its schedule: one at a time for an agency.
void fold_tallies(db::Database& database, base::IdSource& ids, const agency::Directory& directory,
                  base::Time now);

/// Where every case stands, from its row and clocks, then all tallies from that. Cases may change meanwhile.
void count_anew(db::Database& database, const agency::Directory& directory, base::Time now);

/// How many rows a count of all cases would change: 0, or something is wrong. Folds first.
[[nodiscard]] std::int64_t count_tally_errors(db::Database& database, base::IdSource& ids,
                                              const agency::Directory& directory);

} // namespace cases
