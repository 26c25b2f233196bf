// What a connector implements besides network::Channel when its network has a stream: an answer that never
// ends and says when something is new. A hint alone: what it is is asked for as always. Pure, as the port.
#pragma once
#include "network/channel.h"

namespace network {

/// Hears the bytes of one stream, in any pieces.
class Listener {
public:
    Listener() = default;
    virtual ~Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    /// Whether they say that something is new.
    [[nodiscard]] virtual bool hear(std::string_view bytes) = 0;
};

class Streaming {
public:
    Streaming() = default;
    virtual ~Streaming() = default;
    Streaming(const Streaming&) = delete;
    Streaming& operator=(const Streaming&) = delete;

    [[nodiscard]] virtual Request ask_stream(const Connection& connection) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Listener> listener() const = 0;
};

/// Null for a connector whose network has no stream.
[[nodiscard]] inline const Streaming* streaming(const Channel* channel) {
    return dynamic_cast<const Streaming*>(channel);
}

} // namespace network
