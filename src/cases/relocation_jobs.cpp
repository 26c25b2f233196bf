#include "cases/relocation_jobs.h"

#include "db/database.h"
#include "jobs/job_actions.h"

namespace cases {

jobs::Handler relocate_handler(db::Database& database, agency::Directories& directories, base::IdSource& ids,
                               const base::Random& random, base::Now now) {
    jobs::Handler out;
    out.kind = std::string(relocate_job);
    out.run = [&database, &directories, &ids, &random, now](const jobs::Job& job) -> base::Result<void> {
        constexpr int units_of_a_turn = 20;
        auto id = base::parse_id_as<RelocationId>(job.name);
        if (!id) return base::pass(id);
        auto directory = directories.of(job.agency);
        if (!directory) return base::pass(directory);
        const auto context = context_for(**directory, ids, random, now());
        for (int unit = 0; unit < units_of_a_turn; ++unit) {
            auto over = database.write([&](db::Tx& tx) { return walk_relocation(tx, context, *id); });
            if (!over) return base::pass(over);
            if (*over) return {};
        }
        database.write([&](db::Tx& tx) {
            return jobs::enqueue(tx, ids, job.agency, {.kind = job.kind, .name = job.name, .run_at = now()},
                                 now());
        });
        return {};
    };
    return out;
}

} // namespace cases
