// One node's share of the work, without threads: take, run, and write down what became of it. Thread-safe.
#pragma once
#include "jobs/runner.h"

#include <list>
#include <map>
#include <mutex>

namespace jobs {

class Work {
public:
    explicit Work(Runner::Parts parts);

    /// Jobs whose holder died wait again, or are dead when they were tried often enough. At the start, and
    /// when the time was set back, what was queued by a clock that was ahead becomes due. One thread calls
    /// it.
    void pick_up_expired(base::AgencyId agency, base::Time now);
    /// Leases one due job and runs it; false when none is due.
    bool run_one(base::AgencyId agency, base::Time now);
    /// Takes the turns that are due and runs them; gives how many.
    int run_schedule(base::AgencyId agency, base::Time now);
    /// Leases of what is running in this process go on; called more often than any lease is long.
    void renew_leases();

    [[nodiscard]] const Runner::Parts& parts() const { return parts_; }

private:
    struct Running {
        Job job;
        base::Duration lease;
    };
    [[nodiscard]] const Handler* handler_of(std::string_view kind) const;
    [[nodiscard]] std::optional<Job> take(base::AgencyId agency, base::Time now);
    void run(const Job& job);
    void settle(const Job& job, const Handler* handler, const base::Result<void>& outcome);

    Runner::Parts parts_;
    std::map<base::AgencyId, base::Time> looked_at_; ///< when pick_up_expired was there last
    std::mutex mutex_;
    std::list<Running> running_;
};

} // namespace jobs
