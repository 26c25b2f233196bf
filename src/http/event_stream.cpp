#include "http/event_stream.h"

#include "base/text.h"

#include <algorithm>

namespace http {
namespace {

std::string one_line(std::string_view text) {
    std::string line(text);
    std::erase_if(line, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return line;
}

} // namespace

std::string to_wire(const StreamEvent& event) {
    std::string wire;
    if (!event.id.empty()) wire += "id: " + one_line(event.id) + "\n";
    if (!event.name.empty()) wire += "event: " + one_line(event.name) + "\n";
    for (std::string_view line : base::split(event.data, '\n'))
        wire += "data: " + one_line(line) + "\n";
    wire += '\n';
    return wire;
}

EventStream::EventStream(std::size_t max_buffered) : max_buffered_(max_buffered) {}

bool EventStream::send(const StreamEvent& event) {
    return send_wire(to_wire(event));
}

bool EventStream::send_wire(std::string_view wire) {
    std::unique_lock lock(mutex_);
    if (closed_) return false;
    if (waiting_.size() + wire.size() > max_buffered_) {
        waiting_.clear();
        finish(std::move(lock));
        return false;
    }
    bool was_empty = waiting_.empty();
    waiting_ += wire;
    if (was_empty && wake_) wake_();
    return true;
}

void EventStream::close() {
    finish(std::unique_lock(mutex_));
}

void EventStream::abandon() {
    std::unique_lock lock(mutex_);
    waiting_.clear();
    wake_ = nullptr;
    finish(std::move(lock));
}

void EventStream::finish(std::unique_lock<std::mutex> lock) {
    if (closed_) return;
    closed_ = true;
    if (wake_) wake_();
    auto closing = std::exchange(closing_, nullptr);
    lock.unlock();
    if (closing) closing();
}

bool EventStream::is_open() const {
    std::lock_guard lock(mutex_);
    return !closed_;
}

void EventStream::on_close(std::function<void()> callback) {
    {
        std::lock_guard lock(mutex_);
        if (!closed_) {
            closing_ = std::move(callback);
            return;
        }
    }
    callback();
}

void EventStream::attach(std::function<void()> wake) {
    std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

EventStream::Taken EventStream::take() {
    std::lock_guard lock(mutex_);
    return {.bytes = std::exchange(waiting_, {}), .closed = closed_};
}

} // namespace http
