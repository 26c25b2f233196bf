// Everything that happens by itself, in one list: sweeps for each agency, and the numbering of events.
#pragma once
#include "app/house.h"
#include "events/feed.h"
#include "jobs/runner.h"

namespace app {

/// Who follows the events of every agency.
[[nodiscard]] std::vector<events::Subscriber> subscribers(House& house);

class Schedule {
public:
    explicit Schedule(House& house);
    void start();
    void stop();
    /// One round of everything that is due, in the caller's thread.
    void run_once();
    /// As events::Feed::watch.
    [[nodiscard]] std::shared_ptr<void> watch(std::function<void(base::AgencyId, std::int64_t)> told) {
        return feed_.watch(std::move(told));
    }

private:
    events::Feed feed_;
    jobs::Runner runner_;
};

} // namespace app
