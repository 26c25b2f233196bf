#include "publishing/release_jobs.h"

#include "db/database.h"

namespace publishing {
namespace {

struct ReleaseJob {
    PostId id;
};
BOOST_DESCRIBE_STRUCT(ReleaseJob, (), (id))

} // namespace

jobs::Handler release_handler(const Releasing& releasing) {
    return {.kind = std::string(release_job_kind),
            .run = [releasing](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<ReleaseJob>(job.data);
                if (!data) return base::pass(data);
                auto directory = releasing.directories.of(job.agency);
                if (!directory) return base::pass(directory);
                releasing.database.write([&](db::Tx& tx) {
                    release(tx, {releasing.ids, **directory, releasing.channels, releasing.now()}, data->id);
                });
                return {};
            }};
}

} // namespace publishing
