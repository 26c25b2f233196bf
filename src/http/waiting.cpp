#include "http/waiting.h"

namespace http {

Waiting::Seat::Seat(Waiting& in, Connection& connection, const Address& line)
    : in_(in), connection_(connection), line_(line) {
    auto& others = in_.by_line_[line_.bytes];
    place_ = in_.all_.insert(in_.all_.end(), this);
    place_of_line_ = others.insert(others.end(), this);
}

Waiting::Seat::~Seat() {
    leave();
}

void Waiting::Seat::leave() {
    if (!is_taken_) return;
    is_taken_ = false;
    in_.all_.erase(place_);
    auto others = in_.by_line_.find(line_.bytes);
    others->second.erase(place_of_line_);
    if (others->second.empty()) in_.by_line_.erase(others);
}

Connection* Waiting::out(Seat& seat) {
    seat.leave();
    return &seat.connection_;
}

Connection* Waiting::oldest() {
    return all_.empty() ? nullptr : out(*all_.front());
}

Connection* Waiting::oldest_of(const Address& line) {
    auto others = by_line_.find(line.bytes);
    return others == by_line_.end() ? nullptr : out(*others->second.front());
}

} // namespace http
