// What other servers send to our actors: proven by their keys, which are fetched and remembered, then
// journaled, or done at once when it is about following.
#pragma once
#include "channels/activitypub/actor.h"
#include "network/http_signature.h"
#include "network/push_actions.h"

#include <map>
#include <mutex>

namespace channels::activitypub {

/// Fetches of keys that block whoever waits for them: few at a time, and none that failed a moment ago.
/// Thread-safe.
class Fetches {
public:
    static constexpr int most = 4;
    static constexpr std::chrono::seconds after_failure{30};

    /// False when too many are under way.
    [[nodiscard]] bool begin();
    void end();
    void note_failure(const std::string& key, base::Time now);
    [[nodiscard]] bool has_failed(const std::string& key, base::Time now);

private:
    std::mutex mutex_;
    int running_ = 0;
    std::map<std::string, base::Time, std::less<>> failed_;
};

struct Inbox {
    const network::Services& network;
    network::OpenedAccounts accounts = {};
    Fetches fetches = {};
};

/// The status that the sender is answered: 202 taken (durably) or of no interest here, 400 unreadable, 401
/// not proven, 404 no such actor, 503 too busy to fetch a key. `request.origin` is filled in here.
[[nodiscard]] int take(Inbox& inbox, base::AgencyId agency, agency::AccountId account,
                       network::Incoming request);

struct Follower {
    std::string actor;
    std::string inbox;
    std::string follow; ///< id of the activity
    std::optional<std::string> shared_inbox = {};
};
BOOST_DESCRIBE_STRUCT(Follower, (), (actor, inbox, follow, shared_inbox))

inline constexpr std::string_view accept_job_kind = "activitypub.accept";
struct AcceptJob {
    agency::AccountId account;
    std::string follower; ///< lookup
};
BOOST_DESCRIBE_STRUCT(AcceptJob, (), (account, follower))

/// Tells the follower's server that it follows. Nothing when it does no more. On the last attempt, and when
/// the other server says that nobody is there, the follower is forgotten.
[[nodiscard]] base::Result<void> accept_follower(const network::Services& services, base::AgencyId agency,
                                                 const AcceptJob& job, bool is_last_attempt);

/// Whether a GET is signed by an actor that another server shows.
[[nodiscard]] bool is_signed(Inbox& inbox, base::AgencyId agency, agency::AccountId account,
                             network::Incoming request);

/// Everybody who follows, with the row's lookup.
[[nodiscard]] std::vector<std::pair<std::string, Follower>>
followers_of(const network::Services& services, base::AgencyId agency, agency::AccountId account);
[[nodiscard]] std::int64_t count_followers(const network::Services& services, base::AgencyId agency,
                                           agency::AccountId account);
/// Forgets keys after a month and activities after three days.
void sweep(const network::Services& services, base::AgencyId agency);

} // namespace channels::activitypub
