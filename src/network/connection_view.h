// What people are shown of connections: one of them as a whole, and all of an agency in a line each. Plain
// values, without secrets.
#pragma once
#include "network/connected.h"

#include <map>
#include <vector>

namespace network {

/// Why a connection is off, in its `problem`.
inline constexpr std::string_view paused_alone = "network.paused";
inline constexpr std::string_view paused_with_all = "network.paused_with_all";
inline constexpr std::string_view disconnected = "network.disconnected";

/// All threads of an account together.
struct ThreadFigures {
    std::int64_t threads = 0;
    std::int64_t counted_threads = 0; ///< those of which the network says how many there are
    std::int64_t counted = 0;         ///< by the network, in those
    std::int64_t held = 0;            ///< here, in those
    std::int64_t short_threads = 0;   ///< that hold less than counted
    std::int64_t failing = 0;         ///< that could not be looked through
};
BOOST_DESCRIBE_STRUCT(ThreadFigures, (), (threads, counted_threads, counted, held, short_threads, failing))

/// Pushes that wait for a person, by reason.
struct StuckPushes {
    std::string problem;
    std::int64_t count = 0;
    base::Time oldest{};
};
BOOST_DESCRIBE_STRUCT(StuckPushes, (), (problem, count, oldest))

struct ConnectionView {
    Connected row; ///< `secrets_sealed` is empty
    bool has_secrets = false;
    std::optional<base::Time> changed_at = {}; ///< of the state, when it is broken or off
    std::vector<Watched> feeds;                ///< mentions, messages
    std::vector<Watched> threads;              ///< those with the newest words, 20 at most
    ThreadFigures figures;
    std::vector<Hole> open_holes;   ///< newest first, 20 at most
    std::int64_t open_count = 0;    ///< of all of them
    std::vector<Hole> closed_holes; ///< of the last week, newest first, 20 at most
    std::vector<StuckPushes> stuck; ///< most first
    std::vector<Budget> budgets;
    std::optional<base::Time> streams_since = {}; ///< its stream is open; empty: it has none at the moment
};

/// One connection of an agency.
struct ConnectionLine {
    agency::AccountId account = {};
    std::string handle;
    ConnectionState state = ConnectionState::connected;
    std::optional<std::string> problem = {};
    std::optional<base::Time> received_at = {};
    int send_failures = 0;
    bool has_secrets = false;
};
BOOST_DESCRIBE_STRUCT(ConnectionLine, (),
                      (account, handle, state, problem, received_at, send_failures, has_secrets))

/// How far the feeds of an account have been looked through.
struct FeedFigures {
    agency::AccountId account = {};
    std::optional<base::Time> looked_at = {}; ///< of the one that is furthest behind
    std::int64_t failing = 0;
};
BOOST_DESCRIBE_STRUCT(FeedFigures, (), (account, looked_at, failing))

struct AccountCount {
    agency::AccountId account = {};
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(AccountCount, (), (account, count))

struct ConnectionsView {
    std::vector<ConnectionLine> lines; ///< by account
    std::map<agency::AccountId, FeedFigures> feeds;
    std::map<agency::AccountId, std::int64_t> open_holes;
    std::map<agency::AccountId, std::int64_t> stuck; ///< pushes
};

/// An account that nothing comes in from until a person acts.
struct BrokenAccount {
    agency::AccountId account = {};
    std::string handle;
    std::optional<base::Time> since = {};
};

} // namespace network
