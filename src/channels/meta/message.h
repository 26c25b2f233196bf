// Messages of Messenger and Instagram, which share a shape: read from pushes, answered on the edge of
// messages, never on that of comments. A conversation with a person is the root "dm:<person>".
#pragma once
#include "network/channel.h"

namespace channels::meta {

/// Words for what can neither be listened to nor opened here, so that whoever reads knows what was sent: of
/// "audio", "video", "document" and "file". Empty for anything else.
[[nodiscard]] std::string_view unread_words(std::string_view type) noexcept;

/// {"sender":{"id"},"recipient":{"id"},"timestamp": ms,"message":{"mid","text","attachments","is_echo",
/// "is_deleted"}}; empty for receipts and their like.
[[nodiscard]] std::optional<network::Event> read_message(const network::Connection& connection,
                                                         const base::json::Value& messaging);

/// Where words go that are not for everybody.
enum class Private {
    no,
    message,      ///< within 24 hours of the citizen's last message
    comment_reply ///< one message to the author of a comment, within 7 days
};
[[nodiscard]] Private private_of(const network::Draft& draft);

/// Whom words go to: as the draft names them, else the person of the conversation: "dm:200", "wa:62811".
[[nodiscard]] std::string recipient_of(const network::Draft& draft);

/// The body of POST /{account}/messages.
[[nodiscard]] std::string message_body(const network::Draft& draft, std::string_view text);

/// How long a network lets an agency answer: data, because they move. No policy of any kind holds for
/// comments.
struct Window {
    std::string_view what;
    std::chrono::hours longest;
    std::string_view as_of;
};
inline constexpr Window message_window{"message", std::chrono::hours{24}, "2026-11-22"};
inline constexpr Window human_agent_window{"message.human_agent", std::chrono::hours{7 * 24}, "2026-11-22"};
inline constexpr Window private_reply_window{"comment.private_reply", std::chrono::hours{7 * 24},
                                             "2026-11-22"};

} // namespace channels::meta
