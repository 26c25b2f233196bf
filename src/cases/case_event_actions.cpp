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

void append_fact(db::Tx& tx, base::IdSource& ids, const Case& c, std::string_view kind, const Actor& by,
                 base::Time at, ReadBy read_by, base::json::Object data) {
    base::json::Object of_staff, of_everybody;
    (read_by == ReadBy::everybody ? of_everybody : of_staff) = std::move(data);
    const base::json::Object both{{"public", std::move(of_everybody)}, {"staff", std::move(of_staff)}};
    events::append(tx, ids, c.agency,
                   {.subject_kind = "case",
                    .subject = c.id.value,
                    .kind = std::string(kind),
                    .at = at,
                    .actor_kind = std::string(base::code_of(by.party)),
                    .actor = by.staff ? std::optional(by.staff.value) : std::nullopt,
                    .is_public = read_by == ReadBy::everybody,
                    .data = boost::json::serialize(both)});
}

} // namespace cases
