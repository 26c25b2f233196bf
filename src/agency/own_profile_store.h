// SQL of an agency's own deadline profiles. Throws db::Error when the engine fails.
#pragma once
#include "agency/own_profile.h"
#include "db/tx.h"

namespace agency::store {

/// The oldest version first.
[[nodiscard]] std::vector<OwnProfile> own_profiles(db::Tx& tx, base::AgencyId agency);
/// False when that version stands there already.
[[nodiscard]] bool insert_own_profile(db::Tx& tx, base::AgencyId agency, const OwnProfile& profile);
[[nodiscard]] bool delete_own_profile(db::Tx& tx, base::AgencyId agency, const std::string& id,
                                      const std::string& version);

} // namespace agency::store
