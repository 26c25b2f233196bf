#include "cases/rehearsal_jobs.h"

#include "db/database.h"
#include "jobs/job_actions.h"

namespace cases {
namespace {

constexpr int stretches_of_a_turn = 20;

} // namespace

jobs::Handler rehearse_handler(db::Database& database, agency::Directories& directories, base::IdSource& ids,
                               base::Now now) {
    jobs::Handler out;
    out.kind = std::string(rehearse_job);
    out.run = [&database, &directories, &ids, now](const jobs::Job& job) -> base::Result<void> {
        auto id = base::parse_id_as<RehearsalId>(job.name);
        if (!id) return base::pass(id);
        auto directory = directories.of(job.agency);
        if (!directory) return base::pass(directory);
        auto over = walk_rehearsal(database, **directory, *id, stretches_of_a_turn);
        if (!over) return base::pass(over);
        if (!*over)
            database.write([&](db::Tx& tx) {
                return jobs::enqueue(tx, ids, job.agency,
                                     {.kind = job.kind, .name = job.name, .run_at = now()}, now());
            });
        return {};
    };
    return out;
}

} // namespace cases
