// Posts as the app view shows them: notifications and threads read into events.
#pragma once
#include "network/channel.h"

namespace channels::bluesky {

/// "at://did:plc:abc/app.bsky.feed.post/3kxyz" in its parts; empty when it is none.
struct RecordUri {
    std::string repo;
    std::string collection;
    std::string key;
};
[[nodiscard]] std::optional<RecordUri> parse_uri(std::string_view uri);
/// Where people see the post.
[[nodiscard]] std::string page_of(const RecordUri& uri);

/// app.bsky.notification.listNotifications: mentions, replies, quotes; newest first. The mark is the time of
/// the newest one; the walk ends a quarter of an hour before it, because the order is by the time that
/// writers' own clocks say when that is the earlier one.
[[nodiscard]] base::Result<network::Page>
read_notifications(const network::Connection& connection, const network::Walk& walk, std::string_view body);
inline constexpr std::chrono::minutes notification_overlap{15};

/// app.bsky.feed.getPostThread: every post of the tree, own ones too.
[[nodiscard]] base::Result<network::Page> read_thread(const network::Connection& connection,
                                                      std::string_view body);

} // namespace channels::bluesky
