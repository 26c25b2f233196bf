#include "learning/trial_jobs.h"

#include "db/database.h"
#include "jobs/job_actions.h"

namespace learning {
namespace {

constexpr std::string_view trial_kind = "learning.trial";
constexpr std::chrono::minutes between_looks{15}, turn{2};

jobs::NewJob trial(base::Time at) {
    return {.kind = std::string(trial_kind), .name = "own", .run_at = at};
}

} // namespace

jobs::Periodic plan_trials(const Services& services, agency::Directories& directories) {
    return {"learning.plan_trials", between_looks,
            [=, &directories](base::AgencyId agency) -> base::Result<void> {
                auto directory = directories.of(agency);
                if (!directory) return base::pass(directory);
                if (!is_trial_due(services, **directory)) return {};
                services.database.write([&](db::Tx& tx) {
                    jobs::enqueue(tx, services.ids, agency, trial(services.now()), services.now());
                });
                return {};
            }};
}

jobs::Handler trial_handler(const Services& services, agency::Directories& directories) {
    jobs::Handler out;
    out.kind = std::string(trial_kind);
    out.most_attempts = 3;
    out.run = [=, &directories,
               one = std::make_shared<std::mutex>()](const jobs::Job& job) -> base::Result<void> {
        auto directory = directories.of(job.agency);
        if (!directory) return base::pass(directory);
        std::unique_lock alone(*one, std::try_to_lock);
        if (!alone) {
            services.database.write([&](db::Tx& tx) {
                jobs::enqueue(tx, services.ids, job.agency, trial(services.now() + turn), services.now());
            });
            return {};
        }
        // It may have waited until morning, or have been done before this node died.
        if (!is_trial_due(services, **directory)) return {};
        auto lesson = try_challenger(services, **directory);
        if (!lesson && lesson.error().kind != base::Kind::conflict) return base::pass(lesson);
        return {};
    };
    return out;
}

} // namespace learning
