// Before a citizen's report is taken: what is already reported and likely the same thing, and following it.
// Who follows reports too: with a case, photos and a link of their own, in the same incident. Never crosses
// what the public may see.
#pragma once
#include "cases/alike.h"
#include "intake/accept_actions.h"
#include "intake/report.h"

namespace intake {

/// `report` has passed check().
[[nodiscard]] std::vector<cases::Alike> same_as(const Services& services, const agency::Directory& directory,
                                                const Report& report);

/// Joins the case of a report that was just taken. What cannot be joined any more (archived, hidden
/// meanwhile, joined before) leaves the report as it is: it loses nothing.
[[nodiscard]] base::Result<void> follow(const Services& services, const agency::Directory& directory,
                                        const std::string& own_code, const std::string& followed_code);

} // namespace intake
