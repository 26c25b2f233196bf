// Keeps events moving: numbers them, hands them to the subscribers and tells who watches. One thread; turn()
// does the same by hand in tests. A subscriber that fails is tried again later and holds up nobody else.
#pragma once
#include "events/sequencer.h"
#include "events/subscription.h"

#include <map>
#include <mutex>
#include <thread>

namespace events {

class Feed {
public:
    struct Parts {
        db::Database& database;
        base::Now now;
        std::string holder; ///< names this node
        std::function<std::vector<base::AgencyId>()> agencies;
        std::vector<Subscriber> subscribers = {};
        base::Duration poll = std::chrono::milliseconds(100); ///< for what other nodes did
    };
    explicit Feed(Parts parts);
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    ~Feed();

    /// One round over all agencies; gives how many events were numbered or delivered.
    int turn();

    void start();
    void stop();

    /// Told the agency and its last position whenever that grew, on the feed's thread: it must only wake
    /// somebody. Ends with the token.
    [[nodiscard]] std::shared_ptr<void> watch(std::function<void(base::AgencyId, std::int64_t)> told);

private:
    struct Failing {
        int times = 0;
        base::Time again_at;
    };
    int turn(base::AgencyId agency);
    int deliver_to(const Subscriber& subscriber, base::AgencyId agency);
    void tell(base::AgencyId agency);
    void loop(const std::stop_token& stop);

    Parts parts_;
    Sequencer sequencer_;
    std::map<std::pair<std::string, std::int64_t>, Failing> failing_;
    std::map<std::int64_t, std::int64_t> last_positions_;

    struct Watchers;
    std::shared_ptr<Watchers> watchers_;
    struct Bell;
    std::shared_ptr<Bell> bell_;
    std::shared_ptr<void> listening_;
    std::jthread thread_;
};

} // namespace events
