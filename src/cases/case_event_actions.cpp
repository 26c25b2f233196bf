#include "cases/case_event_actions.h"

#include "events/event_actions.h"

namespace cases {

void append_event(db::Tx& tx, base::IdSource& ids, const Case& after, const Event& event) {
    events::append(tx, ids, after.agency,
                   {.subject_kind = "case",
                    .subject = after.id.value,
                    .kind = std::string(kind_of(event.body)),
                    .at = event.at,
                    .actor_kind = std::string(base::code_of(event.by)),
                    .actor = event.staff ? std::optional(event.staff.value) : std::nullopt,
                    .is_public = is_public(after, event.body),
                    .data = boost::json::serialize(to_data(after, event.body))});
}

} // namespace cases
