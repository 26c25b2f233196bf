// How a connection stands, in the order of need: what a person must act on comes first. Pure.
#pragma once
#include "base/codes.h"
#include "network/connection_view.h"

namespace administration {

enum class Standing {
    broken,  ///< nothing comes in or goes out until a person acts
    person,  ///< it works, and something of it waits for a person
    failing, ///< looking or sending fails for now
    behind,  ///< catching up
    paused,
    off, ///< disconnected
    never,
    good,
};

/// What the standing is read from.
struct Signs {
    bool is_known = false; ///< was connected at some time
    bool has_secrets = false;
    network::ConnectionState state = network::ConnectionState::connected;
    std::int64_t open_holes = 0;
    std::int64_t failing = 0; ///< feeds that cannot be looked through
    std::int64_t stuck = 0;   ///< pushes
    std::int64_t unknown = 0; ///< answers that may stand on the network
    int send_failures = 0;
};

[[nodiscard]] constexpr Standing standing_of(const Signs& signs) {
    if (!signs.is_known) return Standing::never;
    if (!signs.has_secrets) return Standing::off;
    switch (signs.state) {
    case network::ConnectionState::broken: return Standing::broken;
    case network::ConnectionState::off: return Standing::paused;
    case network::ConnectionState::connected: break;
    }
    if (signs.stuck > 0 || signs.unknown > 0) return Standing::person;
    if (signs.failing > 0 || signs.send_failures > 0) return Standing::failing;
    return signs.open_holes > 0 ? Standing::behind : Standing::good;
}

/// Of a line among all: without its answers.
[[nodiscard]] inline Signs signs_of(const network::ConnectionLine& line,
                                    const network::ConnectionsView& view) {
    const auto feeds = view.feeds.find(line.account);
    auto count = [&](const auto& counts) {
        const auto found = counts.find(line.account);
        return found == counts.end() ? 0 : found->second;
    };
    return {.is_known = true,
            .has_secrets = line.has_secrets,
            .state = line.state,
            .open_holes = count(view.open_holes),
            .failing = feeds == view.feeds.end() ? 0 : feeds->second.failing,
            .stuck = count(view.stuck),
            .send_failures = line.send_failures};
}

} // namespace administration

template <> inline constexpr auto base::codes<administration::Standing> =
    std::to_array<base::Coded<administration::Standing>>({
        {administration::Standing::broken, "putus"},
        {administration::Standing::person, "perlu-dilihat"},
        {administration::Standing::failing, "tersendat"},
        {administration::Standing::behind, "menyusul"},
        {administration::Standing::paused, "dijeda"},
        {administration::Standing::off, "diputus"},
        {administration::Standing::never, "belum"},
        {administration::Standing::good, "tersambung"},
    });
