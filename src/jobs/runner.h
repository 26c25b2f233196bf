// Runs what is due: queued jobs under leases, and the schedule. With start() on threads of its own; with
// run_due() in the caller's, as tests do. A handler's failure is logged and counted on the job; it never ends
// the runner.
#pragma once
#include "base/random.h"
#include "db/database.h"
#include "jobs/job.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace jobs {

class Work;

class Runner {
public:
    struct Parts {
        db::Database& database;
        base::Now now;
        base::Random random;
        std::string holder; ///< names this node
        std::function<std::vector<base::AgencyId>()> agencies;
        std::vector<Handler> handlers = {};
        std::vector<Periodic> schedule = {};
        int threads = 2;
        std::chrono::milliseconds poll{500};
    };
    explicit Runner(Parts parts);
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    ~Runner();

    /// Runs everything due at `now`, the schedule first, until nothing is; gives how many jobs and periodics
    /// ran.
    int run_due(base::Time now);
    int run_due();

    void start();
    /// Takes nothing new and waits for what is running.
    void stop();

private:
    struct Threads;
    void run_jobs(const std::stop_token& stop);
    void run_schedule(const std::stop_token& stop);
    void keep_leases(const std::stop_token& stop);
    [[nodiscard]] std::vector<base::AgencyId> agencies_or_none();
    static bool tried(const std::function<bool()>& work);

    std::unique_ptr<Work> work_;
    std::unique_ptr<Threads> threads_;
};

} // namespace jobs
