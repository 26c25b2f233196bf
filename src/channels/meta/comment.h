// Comments of a Page and of Instagram: read from pushes and from pages of a list into events. The post that
// they stand under is the root and, as "thread:<post>", a source.
#pragma once
#include "channels/meta/hook.h"

namespace channels::meta {

/// `changes` of a Page: field "feed" (comments and visitors' posts; added, edited, removed) and "mention".
[[nodiscard]] std::optional<network::Event> read_page_change(const network::Connection& connection,
                                                             const Change& change);
/// Of Instagram: "comments" and "live_comments". A "mentions" names a comment without its words: empty.
[[nodiscard]] std::optional<network::Event> read_instagram_change(const network::Connection& connection,
                                                                  const Change& change);

/// A node of a list: {"id","from","message"|"text","created_time"|"timestamp","parent"|"parent_id"}; `post`
/// is what it stands under, empty for a post itself.
[[nodiscard]] std::optional<network::Event> read_node(const network::Connection& connection,
                                                      const base::json::Value& node, std::string_view post);

/// {"data":[...],"paging":{"cursors":{"after"},"next"}}, newest first until the walk's mark (a time); `post`
/// as above. Comments that stand inside the nodes come with them.
[[nodiscard]] base::Result<network::Page> read_nodes(const network::Connection& connection,
                                                     const network::Walk& walk, std::string_view body,
                                                     std::string_view post);

/// "2026-05-26T06:48:00+0000" or seconds since 1970.
[[nodiscard]] std::optional<base::Time> node_time(const base::json::Value& node, std::string_view path);

} // namespace channels::meta
