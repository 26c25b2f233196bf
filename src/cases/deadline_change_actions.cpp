#include "cases/deadline_change_actions.h"

#include "base/text.h"
#include "cases/case_lock_store.h"
#include "cases/case_store.h"
#include "cases/tally_actions.h"
#include "deadlines/deadline_actions.h"

namespace cases {

base::Result<deadlines::Deadline> change_deadline(db::Tx& tx, const Context& context, const Case& seen,
                                                  const Actor& actor, DeadlineChange change,
                                                  std::string_view name, std::string_view reason) {
    if (!lock_case(tx, seen.agency, seen.id)) return base::fail(base::Kind::not_found, "case.not_found");
    auto current = find(tx, seen.agency, seen.id);
    if (!current) return base::fail(base::Kind::not_found, "case.not_found");
    if (auto may = may_change_deadline(*current, actor); !may) return base::pass(may);
    auto words = base::clean(reason, max_deadline_reason, "reason");
    if (!words) return base::pass(words);
    const deadlines::Subject subject{"case", current->id.value};
    const deadlines::ByHand by{.reason = *words, .staff = actor.staff.value, .now = context.now};
    auto changed = [&] {
        switch (change) {
        case DeadlineChange::extend:
            return deadlines::extend(tx, context.ids, current->agency, subject, name, by, context.profiles,
                                     context.calendar);
        case DeadlineChange::move: break;
        }
        return deadlines::move(tx, context.ids, current->agency, subject, name, by, context.profiles,
                               context.calendar);
    }();
    if (changed) mark_crossing(tx, context.ids, context.directory, current->id, context.now);
    return changed;
}

} // namespace cases
