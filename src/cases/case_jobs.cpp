#include "cases/case_jobs.h"

#include "cases/case_actions.h"
#include "cases/ladder_actions.h"
#include "cases/tally_actions.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"

namespace cases {

void cross_deadlines(db::Database& database, const agency::Directory& directory, base::IdSource& ids,
                     base::Time now) {
    constexpr int most = 200; // others wait for the unit
    std::size_t crossed = 0;
    do {
        crossed = database.write([&](db::Tx& tx) {
            const auto subjects = deadlines::cross_due(tx, ids, directory.id(), now, most);
            for (const auto& subject : subjects)
                if (subject.kind == "case") mark_crossing(tx, ids, directory, CaseId{subject.id}, now);
            return subjects.size();
        });
    } while (crossed == most);
}

base::Result<void> close_silent(db::Database& database, const agency::Directory& directory,
                                base::IdSource& ids, const base::Random& random, base::Time now) {
    auto context = context_for(directory, ids, random, now);
    auto silent = database.read([&](db::Tx& tx) { return silent_cases(tx, directory.id(), now); });
    for (const auto& c : silent) {
        auto closed =
            database.write([&](db::Tx& tx) { return act(tx, context, c, house(), Close{}, c.version); });
        // Somebody answered in this moment: their answer counts.
        if (!closed && closed.error().kind != base::Kind::conflict) return base::pass(closed);
    }
    return {};
}

void climb_ladders(db::Database& database, const agency::Directory& directory, base::IdSource& ids,
                   const base::Random& random, base::Time now) {
    constexpr std::size_t most = 50; // others wait for the unit
    const auto context = context_for(directory, ids, random, now);
    while (database.write([&](db::Tx& tx) { return climb(tx, context, most); }) == most) {
    }
}

} // namespace cases
