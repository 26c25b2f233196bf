// Versions of an agency's own deadline profiles, kept and taken back with an event; whether one is right says
// the room that counts. In the caller's unit of work. Refusals: conflict `profile.taken`, not_found
// `profile.unknown`.
#pragma once
#include "agency/agency_actions.h"

namespace agency {

[[nodiscard]] std::vector<OwnProfile> own_profiles_of(db::Tx& tx, base::AgencyId agency);
/// Writes `profile.put`.
[[nodiscard]] base::Result<void> add_own_profile(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                 const OwnProfile& profile);
/// Writes `profile.withdrawn`.
[[nodiscard]] base::Result<void> remove_own_profile(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                    const std::string& id, const std::string& version);

} // namespace agency
