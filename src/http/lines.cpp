#include "http/lines.h"

namespace http {

bool Lines::take(const Address& line, std::size_t most) {
    std::lock_guard lock(mutex_);
    auto& held = held_[line.bytes];
    if (held < most) {
        ++held;
        return true;
    }
    if (held == 0) held_.erase(line.bytes);
    return false;
}

std::size_t Lines::add(const Address& line) {
    std::lock_guard lock(mutex_);
    return ++held_[line.bytes];
}

void Lines::give_back(const Address& line) {
    std::lock_guard lock(mutex_);
    auto held = held_.find(line.bytes);
    if (--held->second == 0) held_.erase(held);
}

} // namespace http
