// An account that speaks to its network, what of it is looked through, and what is not held yet. Plain rows;
// reading an unknown code fails with `field.invalid`.
#pragma once
#include "agency/account.h"
#include "base/codes.h"
#include "base/time.h"

#include <boost/describe.hpp>

namespace network {

enum class ConnectionState {
    connected,
    broken, ///< a person has to do what `problem` says; until then nothing is asked and nothing sent
    off     ///< switched off by a person
};

/// A row of table connections.
struct Connected {
    agency::AccountId account = {};
    std::string server = {};
    std::string own_id = {};
    std::string handle = {};
    std::string secrets_sealed = {};
    std::string facts = "{}"; ///< JSON, the connector's own
    ConnectionState state = ConnectionState::connected;
    std::optional<std::string> problem = {};
    base::Time connected_at{};
    std::optional<base::Time> checked_at = {};
    std::optional<base::Time> expires_at = {};
    std::optional<base::Time> refresh_at = {};
    std::optional<base::Time> refreshing_until = {};
    std::optional<base::Time> received_at = {};
    int send_failures = 0;
    base::Time send_from{}; ///< after failures: sending is tried again from then on
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(Connected, (),
                      (account, server, own_id, handle, secrets_sealed, facts, state, problem, connected_at,
                       checked_at, expires_at, refresh_at, refreshing_until, received_at, send_failures,
                       send_from, version))

/// A row of table sources.
struct Watched {
    agency::AccountId account = {};
    std::string name = {};
    bool newest_first = false;
    bool is_thread = false;
    std::string mark = {}; ///< up to here everything is held but what holes list; empty: nothing yet
    base::Time look_at{};
    std::optional<base::Time> looked_at = {}; ///< at this moment everything there was had been seen
    std::optional<base::Time> walked_at = {}; ///< a thread was read from end to end
    std::optional<base::Time> found_at = {};  ///< something new
    int failures = 0;
    std::optional<std::string> problem = {};
    std::optional<std::int64_t> counted = {}; ///< as the network counts
    std::optional<std::int64_t> held = {};    ///< at the same moment, here
    std::optional<base::Time> counted_at = {};
    std::int64_t left_out = 0; ///< of what is held, that became no item: it was read and that was all
};
BOOST_DESCRIBE_STRUCT(Watched, (),
                      (account, name, newest_first, is_thread, mark, look_at, looked_at, walked_at, found_at,
                       failures, problem, counted, held, counted_at, left_out))

using HoleId = base::Id<struct HoleTag>;
enum class HoleState {
    open,
    healed,
    lost ///< the network no longer gives what is in it
};

/// A row of table holes.
struct Hole {
    HoleId id = {};
    agency::AccountId account = {};
    std::string source = {};
    std::string cursor = {}; ///< from here
    std::string mark = {};   ///< back to here; empty: to the end of what there is
    std::string reason = {}; ///< code: "more_than_a_page", "count_differs"
    HoleState state = HoleState::open;
    std::optional<std::string> problem = {};
    base::Time opened_at{};
    base::Time try_at{};
    int tries = 0;
    int found = 0; ///< new things that were in it
    std::optional<base::Time> closed_at = {};
};
BOOST_DESCRIBE_STRUCT(Hole, (),
                      (id, account, source, cursor, mark, reason, state, problem, opened_at, try_at, tries,
                       found, closed_at))

using PushId = base::Id<struct PushTag>;
enum class PushState { waiting, stuck };

/// A row of table pushes.
struct Kept {
    PushId id = {};
    agency::AccountId account = {};
    std::string body_sealed = {};
    base::Time received_at{};
    PushState state = PushState::waiting;
    std::optional<std::string> problem = {};
};
BOOST_DESCRIBE_STRUCT(Kept, (), (id, account, body_sealed, received_at, state, problem))

/// Places of the vault for what `body_sealed` may hold: a push as it came, or one item that was refused, as
/// JSON of items::ItemIn.
[[nodiscard]] inline std::string push_place(agency::AccountId account) {
    return "pushes.body|" + base::to_string(account);
}
[[nodiscard]] inline std::string refused_item_place(agency::AccountId account) {
    return "pushes.item|" + base::to_string(account);
}

/// A row of table budgets.
struct Budget {
    agency::AccountId account = {};
    std::string scope = {};
    std::int64_t most = 0;
    std::int64_t remaining = 0;
    std::optional<base::Time> resets_at = {};
    std::optional<base::Time> blocked_until = {};
};
BOOST_DESCRIBE_STRUCT(Budget, (), (account, scope, most, remaining, resets_at, blocked_until))

} // namespace network

template <> inline constexpr auto base::codes<network::ConnectionState> =
    std::to_array<base::Coded<network::ConnectionState>>({
        {network::ConnectionState::connected, "connected"},
        {network::ConnectionState::broken, "broken"},
        {network::ConnectionState::off, "off"},
    });
template <> inline constexpr auto base::codes<network::HoleState> =
    std::to_array<base::Coded<network::HoleState>>({
        {network::HoleState::open, "open"},
        {network::HoleState::healed, "healed"},
        {network::HoleState::lost, "lost"},
    });
template <> inline constexpr auto base::codes<network::PushState> =
    std::to_array<base::Coded<network::PushState>>({
        {network::PushState::waiting, "waiting"},
        {network::PushState::stuck, "stuck"},
    });
