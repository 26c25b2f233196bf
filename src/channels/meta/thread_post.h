// Posts of Threads: in lists ({"id","username","text","timestamp","permalink","root_post","replied_to"}) and
// in its own push, which is no envelope of the others. It names people by username alone.
#pragma once
#include "network/channel.h"

namespace channels::meta {

inline constexpr std::string_view thread_post_fields =
    "id,username,text,timestamp,permalink,media_type,media_url,root_post,replied_to";

/// Empty when it is no post that can be understood.
[[nodiscard]] std::optional<network::Event> read_thread_post(const network::Connection& connection,
                                                             const base::json::Value& node);
/// {"data":[...],"paging":{"cursors":{"after"},"next"}}, newest first until the walk's mark (a time).
[[nodiscard]] base::Result<network::Page> read_thread_posts(const network::Connection& connection,
                                                            const network::Walk& walk, std::string_view body);
/// {"topic","target_id","values":{"field":"replies"|"mentions","value":{...}}}
[[nodiscard]] base::Result<std::vector<network::Event>>
read_thread_push(const network::Connection& connection, std::string_view body);

} // namespace channels::meta
