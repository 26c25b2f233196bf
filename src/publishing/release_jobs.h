// Sending approved posts when their window is over.
#pragma once
#include "agency/directory_actions.h"
#include "jobs/job.h"
#include "publishing/post_actions.h"

namespace db {
class Database;
}

namespace publishing {

struct Releasing {
    db::Database& database;
    agency::Directories& directories;
    base::IdSource& ids;
    base::Now now;
    const network::Channels& channels;
};
[[nodiscard]] jobs::Handler release_handler(const Releasing& releasing);

} // namespace publishing
