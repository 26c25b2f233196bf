// Versions of an agency's own deadline profiles: put and withdrawn, in the caller's unit of work, each with
// its event. Refusals: those of own_profile_of() with the path; conflict `profile.taken` when the version
// stands there with other words, `profile.in_force`, `profile.in_use`; not_found `profile.unknown`.
#pragma once
#include "agency/agency_actions.h"
#include "deadlines/own_profiles.h"

namespace deadlines {

/// True when it was new; the same version again changes nothing.
[[nodiscard]] base::Result<bool> put_own_profile(db::Tx& tx, const agency::Change& change,
                                                 base::AgencyId agency, std::string_view data);
/// Only before the day from which it holds: deadlines may run under it from then on. The only version of a
/// profile that the agency or a topic uses stays.
[[nodiscard]] base::Result<void> withdraw_own_profile(db::Tx& tx, const agency::Change& change,
                                                      base::AgencyId agency, const std::string& id,
                                                      const std::string& version);

} // namespace deadlines
