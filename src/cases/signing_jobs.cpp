#include "cases/signing_jobs.h"

#include "cases/signature_actions.h"
#include "db/database.h"

namespace cases {

base::Result<void> fill_signatures(db::Database& database, base::AgencyId agency) {
    // One unit holds the writer of SQLite for some milliseconds.
    constexpr int cases_of_a_step = 100, steps_of_a_turn = 50;
    const auto so_far = database.read([&](db::Tx& tx) { return signing_of(tx, agency); });
    if (so_far && so_far->is_whole()) return {};
    for (int step = 0; step < steps_of_a_turn; ++step)
        if (!database.write([&](db::Tx& tx) { return sign_step(tx, agency, cases_of_a_step); })) break;
    return {};
}

} // namespace cases
