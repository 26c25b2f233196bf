// The streaming API: server-sent events (WHATWG HTML, 9.2) in any pieces to events. What comes this way only
// comes sooner: after each connection the mentions are asked for as well.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

/// One message of the stream: "notification" and its JSON.
struct StreamMessage {
    std::string event;
    std::string data;
};

class StreamReader {
public:
    /// The messages that these bytes complete. Comments (":thump") are left out; a message of more than 1 MiB
    /// is dropped.
    [[nodiscard]] std::vector<StreamMessage> feed(std::string_view bytes);
    [[nodiscard]] std::size_t dropped() const noexcept { return dropped_; }

private:
    void take_line(std::vector<StreamMessage>& out);

    std::string line_;
    StreamMessage message_;
    bool has_data_ = false;
    bool is_too_large_ = false;
    bool was_return_ = false; ///< the last byte was CR: LF after it ends no line
    std::size_t dropped_ = 0;
};

/// GET /api/v1/streaming/user/notification at the host that the server names for it; it never ends by itself.
[[nodiscard]] network::Request ask_stream(const network::Connection& connection);

/// notification (mentions), update, status.update and delete; nullopt for everything else. `is_unreadable`
/// says whether it should be one.
[[nodiscard]] std::optional<network::Event> event_of(const network::Connection& connection,
                                                     const StreamMessage& message, bool& is_unreadable);

} // namespace channels::mastodon
