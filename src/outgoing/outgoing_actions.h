// Reading what was said to reporters, and settling what the machine could not. Refusals: not_found
// `outgoing.unknown` (also for what the person may not see), conflict `outgoing.settled_already`.
#pragma once
#include "agency/directory.h"
#include "cases/visibility.h"
#include "outgoing/listing.h"

#include <vector>

namespace db {
class Tx;
}

namespace outgoing {

/// All of a case, oldest first. Whoever may see the case's own page may see these.
[[nodiscard]] std::vector<Outgoing> of_case(db::Tx& tx, base::AgencyId agency, cases::CaseId case_id);

[[nodiscard]] std::optional<Outgoing> outgoing_of(db::Tx& tx, base::AgencyId agency, OutgoingId id);

/// Mails in a state that the person may see, below `before` when it is not empty.
[[nodiscard]] Page list_outgoing(db::Tx& tx, const agency::Directory& directory,
                                 const staff::Principal& person, State state, OutgoingId before = {},
                                 std::size_t limit = 50);
/// How many of the newest `counted_at_most` in a state the person may see.
[[nodiscard]] std::size_t count_outgoing(db::Tx& tx, const agency::Directory& directory,
                                         const staff::Principal& person, State state);

/// Writes the event `outgoing.settled`.
[[nodiscard]] base::Result<Outgoing> settle(db::Tx& tx, base::IdSource& ids,
                                            const agency::Directory& directory,
                                            const staff::Principal& person, OutgoingId id,
                                            Settlement settlement, base::Time now);

} // namespace outgoing
