// Posts as X gives them, in pages of mentions and in pushes, read into events.
#pragma once
#include "network/channel.h"
#include "network/form.h"

namespace channels::x {

/// What a request for posts asks to have of each. Quoted posts are paid for like others, so that they come
/// only where somebody asks.
[[nodiscard]] network::Fields post_fields(bool with_quoted = false);

/// One post; `includes` has the users and pictures that it names. Empty when it cannot be understood.
[[nodiscard]] std::optional<network::Event> read_post(const network::Connection& connection,
                                                      const base::json::Value& post,
                                                      const base::json::Value& includes);

/// GET /2/users/:id/mentions and its like: newest first, a 200 may hold errors beside the data.
[[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                    std::string_view body);

/// The rule of August 2026: an answer is taken only when its author mentioned or quoted the account.
[[nodiscard]] bool is_summons(const network::Connection& connection, const base::json::Value& post,
                              const base::json::Value& includes);

/// Text as it was written: links whole instead of t.co, "&amp;" as "&", without the address of its own
/// pictures.
[[nodiscard]] std::string text_of(const base::json::Value& post);

} // namespace channels::x
