// What a connector implements besides network::Channel when its network is only listened to: what comes opens
// no case and nobody is answered. Pure, as the port.
#pragma once
#include "network/channel.h"

namespace network {

class ListensOnly {
public:
    ListensOnly() = default;
    virtual ~ListensOnly() = default;
    ListensOnly(const ListensOnly&) = delete;
    ListensOnly& operator=(const ListensOnly&) = delete;

    /// Between two looks at its sources.
    [[nodiscard]] virtual std::chrono::minutes look_every(const Connection& connection) const = 0;
};

/// How much older than its connection something may be that is listened to: nobody is told of it, so there is
/// something to read from the first minute on.
inline constexpr std::chrono::hours heard_back{24 * 30};

/// Null for a connector that citizens are answered by.
[[nodiscard]] inline const ListensOnly* listens_only(const Channel* channel) {
    return dynamic_cast<const ListensOnly*>(channel);
}

} // namespace network
