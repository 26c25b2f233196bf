// Connections of a loop that have no request: fresh, idle, still sending a header, or saying goodbye. The one
// that waits longest makes room for others, of its own line or of all. Lives on the thread of its loop.
#pragma once
#include "http/address.h"

#include <list>
#include <map>

namespace http {

class Connection;

class Waiting {
public:
    /// Of a connection, as long as it waits; leaves by itself.
    class Seat {
    public:
        Seat(Waiting& in, Connection& connection, const Address& line);
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;
        ~Seat();

    private:
        friend class Waiting;
        void leave();
        Waiting& in_;
        Connection& connection_;
        Address line_;
        bool is_taken_ = true;
        std::list<Seat*>::iterator place_, place_of_line_;
    };

    /// The one that waits longest leaves its seat; null when nobody waits.
    [[nodiscard]] Connection* oldest();
    [[nodiscard]] Connection* oldest_of(const Address& line);

private:
    static Connection* out(Seat& seat);
    std::list<Seat*> all_;
    std::map<std::array<std::uint8_t, 16>, std::list<Seat*>> by_line_;
};

} // namespace http
