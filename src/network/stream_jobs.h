// Holds the streams of this node's accounts in one thread: opens them, hears them, opens them again after a
// wait when they end.
#pragma once
#include "network/services.h"
#include "network/streams.h"

#include <functional>

namespace network {

class Listening {
public:
    struct Parts {
        Services services;
        std::function<std::vector<base::AgencyId>()> agencies;
        std::unique_ptr<Streams> streams;
        std::string holder; ///< this node, as no other is called; the same after a restart
        std::chrono::milliseconds plan_each{3000}; ///< which streams there should be
    };
    explicit Listening(Parts parts);
    ~Listening();
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    void start();
    void stop();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace network
