#include "cases/view_actions.h"

#include "base/text.h"
#include "cases/view_store.h"

namespace cases {
namespace {

ViewMoment moment_of(const agency::Directory& directory, std::string_view words, base::Time now) {
    ViewMoment out{.now = now, .emergency_from = directory.agency().emergency_from};
    if (words.empty()) return out;
    const std::string wanted = base::lower_ascii(words);
    for (const auto& topic : directory.topics())
        if (base::lower_ascii(topic.name_id).find(wanted) != std::string::npos ||
            base::lower_ascii(topic.name_en).find(wanted) != std::string::npos)
            out.topics_of_words.push_back(topic.code);
    return out;
}

} // namespace

Sight sight_for(db::Tx& tx, const staff::Principal& person, const agency::Directory& directory) {
    const auto groups = find_restricted_groups(tx, directory.id(), person.staff);
    return sight_of(person.staff, person.roles, directory.offices(), groups);
}

ViewCounts views_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight, base::Time now) {
    return count_views(tx, directory.id(), sight, moment_of(directory, {}, now));
}

std::int64_t count_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                      const ViewFilter& filter, base::Time now) {
    return count_view(tx, directory.id(), sight, filter, moment_of(directory, filter.words, now));
}

std::vector<Case> page_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                          const ViewFilter& filter, base::Time now) {
    return list_view(tx, directory.id(), sight, filter, moment_of(directory, filter.words, now));
}

} // namespace cases
