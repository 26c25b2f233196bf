#include "cases/provisional_actions.h"

#include "base/text.h"
#include "cases/deadline_change_actions.h"
#include "deadlines/deadline_actions.h"

#include <algorithm>

namespace cases {

std::vector<Recount> recounts_for(db::Tx& tx, const Context& context, const staff::Principal& person) {
    const auto agency = context.directory.id();
    std::vector<Recount> out;
    // Those of others, and those whose year is still unknown, are passed over.
    for (auto& before : deadlines::provisional_deadlines(tx, agency, 10 * most_recounts)) {
        if (std::ssize(out) == most_recounts) break;
        if (before.subject_kind != "case") continue;
        auto after = deadlines::if_moved(before, context.now, context.profiles, context.calendar);
        if (!after || after->is_provisional) continue;
        auto c = case_of_id(tx, agency, CaseId{before.subject});
        if (!c ||
            !may_change_deadline(*c, actor_for(*c, person.staff, person.roles, context.directory.offices())))
            continue;
        out.push_back({std::move(*c), std::move(before), std::move(*after)});
    }
    return out;
}

base::Result<int> recount(db::Tx& tx, const Context& context, const staff::Principal& person,
                          std::span<const WantedRecount> wanted, std::string_view reason) {
    auto words = base::clean(reason, max_deadline_reason, "reason");
    if (!words) return base::pass(words);
    if (words->empty()) return base::fail_field("reason", "case.needs_reason");
    int done = 0;
    for (const Recount& each : recounts_for(tx, context, person)) {
        const auto seen = std::ranges::find(wanted, each.before.id, &WantedRecount::id);
        if (seen == wanted.end() || seen->due != each.after.due_at) continue;
        const auto actor = actor_for(each.c, person.staff, person.roles, context.directory.offices());
        auto moved =
            change_deadline(tx, context, each.c, actor, DeadlineChange::move, each.before.name, *words);
        if (!moved) return base::pass(moved);
        ++done;
    }
    return done;
}

} // namespace cases
