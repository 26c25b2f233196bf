#include "cases/case_jobs.h"

#include "cases/case_actions.h"
#include "cases/tally_actions.h"
#include "db/database.h"
#include "deadlines/crossing.h"
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

base::Result<void> escalate_on(db::Tx& tx, const Context& context, const events::Stored& event) {
    if (event.subject_kind != "case") return {};
    auto passed = deadlines::read_crossing(deadlines::Crossed::overdue, event.kind, event.data);
    if (!passed) return {};
    auto done = escalate(tx, context, CaseId{event.subject}, {.name = passed->deadline, .due = passed->due});
    if (!done && done.error().kind != base::Kind::conflict && done.error().kind != base::Kind::not_found)
        return done;
    return {};
}

} // namespace cases
