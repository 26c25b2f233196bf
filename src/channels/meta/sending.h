// A draft as comments, messages or posts. None of it knows idempotency: a lost answer is looked for in the
// list in which it would stand.
#pragma once
#include "channels/meta/message.h"

namespace channels::meta {

/// What differs between the products that are answered under posts.
struct Product {
    std::string_view network;
    std::string_view server;
    std::string_view version;
    std::string_view replies;  ///< edge of a comment: "comments", "replies"
    std::string_view own_post; ///< edge of the account: "feed"
    std::string_view words;    ///< member that holds them in a list: "message", "text"
    std::string_view platform; ///< of conversations
    std::string_view pushed;   ///< what the app is subscribed to, with commas
    bool names_author = false; ///< an answer begins with "@name", or its author hears nothing
    network::Limits limits = {};
};

[[nodiscard]] std::optional<network::Step> next_step(const Product& product,
                                                     const network::Connection& connection,
                                                     const network::Draft& draft,
                                                     const network::Progress& progress);
[[nodiscard]] bool is_picture_next(const Product& product, const network::Draft& draft,
                                   const network::Progress& progress);
[[nodiscard]] network::Judgement judge_step(network::Progress& progress, const network::Answer& answer);

/// Empty for a private reply to a comment: no list holds it.
[[nodiscard]] std::optional<network::Request> find_part(const Product& product,
                                                        const network::Connection& connection,
                                                        const network::Draft& draft,
                                                        const network::Progress& progress);
[[nodiscard]] network::Found read_part(const Product& product, const network::Connection& connection,
                                       const network::Draft& draft, network::Progress& progress,
                                       const network::Response& response);

} // namespace channels::meta
