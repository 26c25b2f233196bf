// Receiving by itself: threads that look through what is due, heal holes, read pushes and renew tokens.
#pragma once
#include "network/services.h"

#include <functional>
#include <memory>
#include <vector>

namespace network {

class Receiver {
public:
    struct Parts {
        Services services;
        std::function<std::vector<base::AgencyId>()> agencies;
        int threads = 8; ///< that wait for networks; each holds one slow server at most
        std::chrono::milliseconds poll{250};
    };
    explicit Receiver(Parts parts);
    ~Receiver();
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    void start();
    /// Takes nothing new and waits for what is under way.
    void stop();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace network
