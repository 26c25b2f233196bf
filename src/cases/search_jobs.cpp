#include "cases/search_jobs.h"

#include "db/database.h"
#include "jobs/job_actions.h"

namespace cases {
namespace {

constexpr std::string_view compact_kind = "search.compact";
// One unit holds the writer of SQLite for some milliseconds.
constexpr int cases_of_a_step = 100, steps_of_a_turn = 50, queued_of_a_step = 500;

} // namespace

base::Result<void> fill_index(db::Database& database, base::AgencyId agency) {
    if (database.read([&](db::Tx& tx) { return is_index_whole(tx, agency); })) return {};
    for (int step = 0; step < steps_of_a_turn; ++step)
        if (!database.write([&](db::Tx& tx) { return index_step(tx, agency, cases_of_a_step); })) break;
    return {};
}

base::Result<void> index_queued(db::Database& database, base::AgencyId agency) {
    while (database.write([&](db::Tx& tx) { return index_queued(tx, agency, queued_of_a_step); }) ==
           queued_of_a_step) {
    }
    return {};
}

base::Result<void> forget_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                             const events::Stored& event, base::Time now) {
    if (event.kind != "identity.erased") return {};
    forget_words_of(tx, agency, people::IdentityId{event.subject});
    jobs::enqueue(tx, ids, agency, {.kind = std::string(compact_kind), .name = "all", .run_at = now}, now);
    return {};
}

jobs::Handler compact_handler(db::Database& database) {
    return {.kind = std::string(compact_kind), .run = [&database](const jobs::Job&) -> base::Result<void> {
                bool is_first = true;
                while (database.write([&](db::Tx& tx) { return compact_index(tx, is_first); }))
                    is_first = false;
                return {};
            }};
}

} // namespace cases
