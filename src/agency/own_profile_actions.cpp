#include "agency/own_profile_actions.h"

#include "agency/note_actions.h"
#include "agency/own_profile_store.h"

namespace agency {

std::vector<OwnProfile> own_profiles_of(db::Tx& tx, base::AgencyId agency) {
    return store::own_profiles(tx, agency);
}

base::Result<void> add_own_profile(db::Tx& tx, const Change& change, base::AgencyId agency,
                                   const OwnProfile& profile) {
    if (!store::insert_own_profile(tx, agency, profile))
        return base::fail(base::Kind::conflict, "profile.taken", profile.id + " " + profile.version);
    note(tx, change, agency,
         {.kind = "profile.put",
          .data = {
              {"id", profile.id}, {"version", profile.version}, {"effective_from", profile.effective_from}}});
    return {};
}

base::Result<void> remove_own_profile(db::Tx& tx, const Change& change, base::AgencyId agency,
                                      const std::string& id, const std::string& version) {
    if (!store::delete_own_profile(tx, agency, id, version))
        return base::fail(base::Kind::not_found, "profile.unknown");
    note(tx, change, agency, {.kind = "profile.withdrawn", .data = {{"id", id}, {"version", version}}});
    return {};
}

} // namespace agency
