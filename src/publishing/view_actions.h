// Reading posts as one person may see them, and the wall.
#pragma once
#include "events/event.h"
#include "publishing/post_actions.h"

#include <map>

namespace publishing {

struct Page {
    std::vector<Whole> rows;
    std::optional<PostId> next;
};
[[nodiscard]] Page list_posts(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                              State state, PostId before = {}, std::size_t limit = 30);
[[nodiscard]] std::size_t count_posts(db::Tx& tx, const agency::Directory& directory,
                                      const staff::Principal& person, State state);
/// Refusals: not_found `post.unknown`.
[[nodiscard]] base::Result<Whole> post_for(db::Tx& tx, const agency::Directory& directory,
                                           const staff::Principal& person, PostId id);
[[nodiscard]] std::vector<events::Stored> history_of(db::Tx& tx, base::AgencyId agency, PostId id);
[[nodiscard]] std::map<std::int64_t, std::string> names_in(db::Tx& tx, base::AgencyId agency,
                                                           const std::vector<events::Stored>& history);
/// A picture of a post that the person may see, or of none yet: what they have just put into a form.
[[nodiscard]] bool shows_picture(db::Tx& tx, const agency::Directory& directory,
                                 const staff::Principal& person, std::string_view sha256);

/// What officers reported, newest first; without what was sent back, dropped or deleted.
[[nodiscard]] std::vector<Whole> wall_of(db::Tx& tx, base::AgencyId agency, bool only_approved,
                                         int limit = 30);
/// One of those, however old; nothing when it does not stand there.
[[nodiscard]] std::optional<Whole> on_wall(db::Tx& tx, base::AgencyId agency, PostId id, bool only_approved);
[[nodiscard]] Audience audience_of(db::Tx& tx, base::AgencyId agency);

// Setting up
[[nodiscard]] std::vector<Policy> policies_of(db::Tx& tx, base::AgencyId agency);
/// Refusals: forbidden `post.not_yours`, field.invalid. Writes `posts.policy_set`.
[[nodiscard]] base::Result<void> set_policy(db::Tx& tx, const Context& context,
                                            const staff::Principal& person, const Policy& policy);
[[nodiscard]] base::Result<void> reset_policy(db::Tx& tx, const Context& context,
                                              const staff::Principal& person, const Policy& policy);
/// Only for the agency as a whole. Writes `posts.wall_set`.
[[nodiscard]] base::Result<void> set_audience(db::Tx& tx, const Context& context,
                                              const staff::Principal& person, Audience audience);

} // namespace publishing
