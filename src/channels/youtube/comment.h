// Comments as YouTube gives them, read into events. The thread's first comment is the root; more answers than
// came with it are asked for as "thread:<comment>".
#pragma once
#include "network/channel.h"

namespace channels::youtube {

/// A comment resource: {"id","snippet":{"textOriginal","authorChannelId":{"value"},"authorDisplayName",
/// "publishedAt","updatedAt","videoId","parentId"}}. One that was edited is an update.
[[nodiscard]] std::optional<network::Event> read_comment(const network::Connection& connection,
                                                         const base::json::Value& comment);

/// commentThreads.list, newest first until the walk's mark (a time).
[[nodiscard]] base::Result<network::Page> read_threads(const network::Connection& connection,
                                                       const network::Walk& walk, std::string_view body);
/// comments.list of one thread; its order is not told, so that every page is read.
[[nodiscard]] base::Result<network::Page> read_replies(const network::Connection& connection,
                                                       std::string_view body);

} // namespace channels::youtube
