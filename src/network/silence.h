// A network that was told to push, said yes, and pushes nothing. Asking finds it out. Pure.
#pragma once
#include "network/channel.h"

#include <algorithm>
#include <array>

namespace network {

/// For so long a push may be on its way while asking has found what it will say.
inline constexpr std::chrono::minutes push_patience{5};

/// Whoever entered what proves pushes has told the network to push.
[[nodiscard]] inline bool is_pushed_to(const Channel& channel, const Connection& connection) {
    constexpr std::array<std::string_view, 4> proofs{"app_secret", "consumer_secret", "webhook_secret",
                                                     "push_secret"};
    return channel.takes_pushes() && std::ranges::any_of(proofs, [&](std::string_view proof) {
               return !connection.secret(proof).empty();
           });
}

/// Since when asking has found something new while no push came; stands among the facts of a connection.
[[nodiscard]] std::optional<base::Time> unheard_since(const std::string& facts);
/// The facts with another moment, or none.
[[nodiscard]] std::string with_unheard_since(const std::string& facts, std::optional<base::Time> since);
[[nodiscard]] inline bool is_silent(const std::string& facts, base::Time now) {
    const auto since = unheard_since(facts);
    return since && now - *since >= push_patience;
}

} // namespace network
