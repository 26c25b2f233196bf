#include "agency/own_profile_store.h"

namespace agency::store {
namespace {

using base::AgencyId;
using Text = std::string;

constexpr db::Query<OwnProfile(AgencyId)> select_profiles{
    "agency.own_profiles", "select id, version, effective_from, data from deadline_profiles "
                           "where agency = :agency order by id, effective_from, version"};
constexpr db::Query<void(AgencyId, Text, Text, Text, Text)> insert_profile{
    "agency.insert_own_profile",
    "insert into deadline_profiles (agency, id, version, effective_from, data) "
    "values (:agency, :id, :version, :effective_from, :data) on conflict do nothing"};
constexpr db::Query<void(AgencyId, Text, Text)> delete_profile{
    "agency.delete_own_profile",
    "delete from deadline_profiles where agency = :agency and id = :id and version = :version"};

} // namespace

std::vector<OwnProfile> own_profiles(db::Tx& tx, AgencyId agency) {
    return tx.all(select_profiles, agency);
}

bool insert_own_profile(db::Tx& tx, AgencyId agency, const OwnProfile& profile) {
    return tx.run(insert_profile, agency, profile.id, profile.version, profile.effective_from,
                  profile.data) == 1;
}

bool delete_own_profile(db::Tx& tx, AgencyId agency, const std::string& id, const std::string& version) {
    return tx.run(delete_profile, agency, id, version) == 1;
}

} // namespace agency::store
