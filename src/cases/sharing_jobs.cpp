#include "cases/sharing_jobs.h"

#include "cases/sharing_actions.h"
#include "db/database.h"

namespace cases {

base::Result<void> relieve_people(db::Database& database, const agency::Directory& directory,
                                  base::IdSource& ids, const base::Random& random, base::Time now) {
    constexpr int stretch = 50, stretches_of_a_turn = 40;
    const auto context = context_for(directory, ids, random, now);
    const auto people = database.read([&](db::Tx& tx) { return people_to_relieve(tx, directory, now); });
    int left = stretches_of_a_turn;
    for (StaffId person : people) {
        for (; left > 0; --left) {
            auto relieved = database.write([&](db::Tx& tx) { return relieve(tx, context, person, stretch); });
            if (!relieved) return base::pass(relieved);
            if (*relieved < stretch) break;
        }
    }
    return {};
}

} // namespace cases
