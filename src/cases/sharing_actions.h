// Giving cases to people of their office, and taking them from whoever left or is away, in the caller's unit
// of work. Conflicts of happen() mean that somebody else has done something: nothing is lost.
#pragma once
#include "cases/case_actions.h"
#include "cases/sharing.h"
#include "events/event.h"

namespace cases {

/// Subscriber of events: a case that came to an office without a person gets one, where the office shares;
/// one that came to somebody who is away goes to who stands in.
[[nodiscard]] base::Result<void> share_on(db::Tx& tx, const Context& context, const events::Stored& event);

/// People who have open cases and left, or are away with somebody to stand in.
[[nodiscard]] std::vector<StaffId> people_to_relieve(db::Tx& tx, const agency::Directory& directory,
                                                     base::Time now);
/// Gives on at most `limit` open cases of such a person; how many.
[[nodiscard]] base::Result<int> relieve(db::Tx& tx, const Context& context, StaffId person, int limit);

[[nodiscard]] std::vector<Sharing> sharing_of(db::Tx& tx, base::AgencyId agency);
/// Null: by hand again. Refusal: not_found `office.unknown`.
[[nodiscard]] base::Result<void> set_sharing(db::Tx& tx, const agency::Directory& directory, OfficeId office,
                                             std::optional<SharedBy> how);

} // namespace cases
