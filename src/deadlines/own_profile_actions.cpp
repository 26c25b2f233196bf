#include "deadlines/own_profile_actions.h"

#include "agency/directory_actions.h"
#include "agency/own_profile_actions.h"

#include <algorithm>

namespace deadlines {
namespace {

bool is_used(const agency::Directory& directory, std::string_view id) {
    return directory.agency().profile == id ||
           std::ranges::any_of(directory.topics(), [&](const auto& topic) { return topic.profile == id; });
}

} // namespace

base::Result<bool> put_own_profile(db::Tx& tx, const agency::Change& change, base::AgencyId agency,
                                   std::string_view data) {
    auto wanted = own_profile_of(data);
    if (!wanted) return base::pass(wanted);
    auto all = agency::own_profiles_of(tx, agency);
    const auto same = std::ranges::find_if(
        all, [&](const auto& each) { return each.id == wanted->id && each.version == wanted->version; });
    if (same != all.end()) {
        if (*same == *wanted) return false;
        return base::fail(base::Kind::conflict, "profile.taken", wanted->id + " " + wanted->version);
    }
    all.push_back(*wanted);
    if (auto read = with_own(shipped_profiles(), all); !read) return base::pass(read);
    if (auto added = agency::add_own_profile(tx, change, agency, *wanted); !added) return base::pass(added);
    return true;
}

base::Result<void> withdraw_own_profile(db::Tx& tx, const agency::Change& change, base::AgencyId agency,
                                        const std::string& id, const std::string& version) {
    auto directory = agency::read_directory(tx, agency);
    if (!directory) return base::pass(directory);
    const auto all = directory->own_profiles();
    const auto found =
        std::ranges::find_if(all, [&](const auto& each) { return each.id == id && each.version == version; });
    if (found == all.end()) return base::fail(base::Kind::not_found, "profile.unknown");
    if (found->effective_from <= base::to_iso(base::local_day(change.now, directory->agency().zone)))
        return base::fail(base::Kind::conflict, "profile.in_force");
    if (std::ranges::count(all, id, &agency::OwnProfile::id) == 1 && is_used(*directory, id))
        return base::fail(base::Kind::conflict, "profile.in_use");
    return agency::remove_own_profile(tx, change, agency, id, version);
}

} // namespace deadlines
