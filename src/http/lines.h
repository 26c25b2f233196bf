// What each line (an IPv4 address, a /64 of IPv6) holds of the server at the moment. Thread-safe; forgets a
// line that holds nothing.
#pragma once
#include "http/address.h"

#include <cstddef>
#include <map>
#include <mutex>

namespace http {

class Lines {
public:
    /// One more of the line, or false when it has `most`.
    [[nodiscard]] bool take(const Address& line, std::size_t most);
    /// One more whatever it has; gives how many it has then.
    std::size_t add(const Address& line);
    void give_back(const Address& line);

private:
    std::mutex mutex_;
    std::map<std::array<std::uint8_t, 16>, std::size_t> held_;
};

/// One of a line, given back at the end.
class LineShare {
public:
    LineShare(Lines& lines, const Address& line) : lines_(lines), line_(line) {}
    LineShare(const LineShare&) = delete;
    LineShare& operator=(const LineShare&) = delete;
    ~LineShare() {
        if (is_taken_) lines_.give_back(line_);
    }
    [[nodiscard]] bool take(std::size_t most) { return is_taken_ = lines_.take(line_, most); }

private:
    Lines& lines_;
    Address line_;
    bool is_taken_ = false;
};

} // namespace http
