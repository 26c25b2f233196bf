// A server-sent event stream (WHATWG HTML, section 9.2): any thread sends, the edge writes when the client
// takes it. A client that takes too little is dropped (send() is false from then on) and comes back with
// Last-Event-ID.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace http {

struct StreamEvent {
    std::string_view data;      ///< may have several lines
    std::string_view name = {}; ///< event type; one line
    std::string_view id = {};   ///< for Last-Event-ID; one line
};

/// The event as it goes over the wire.
[[nodiscard]] std::string to_wire(const StreamEvent& event);

class EventStream {
public:
    explicit EventStream(std::size_t max_buffered = 256 * 1024);

    /// False when the stream is closed: the client left, was too slow, or the server stops.
    bool send(const StreamEvent& event);
    /// Already in wire form, so that one text serves many streams.
    bool send_wire(std::string_view wire);
    /// What was sent before still goes out.
    void close();
    [[nodiscard]] bool is_open() const;
    /// Runs once, on the thread that closes; at once when closed already.
    void on_close(std::function<void()> callback);

    // The side of the edge.
    void attach(std::function<void()> wake);
    struct Taken {
        std::string bytes;
        bool closed = false;
    };
    [[nodiscard]] Taken take();
    /// The client is gone: forgets what waits.
    void abandon();

private:
    void finish(std::unique_lock<std::mutex> lock);

    mutable std::mutex mutex_;
    std::size_t max_buffered_;
    std::string waiting_;
    bool closed_ = false;
    std::function<void()> wake_;
    std::function<void()> closing_;
};

} // namespace http
