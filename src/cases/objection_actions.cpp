#include "cases/objection_actions.h"

#include "events/event_actions.h"

namespace cases {

std::optional<Objection> open_objection(db::Tx& tx, const Case& c) {
    if (!may_be_objected(c)) return std::nullopt;
    auto last = [&](std::string_view kind) -> std::optional<base::Time> {
        auto event = events::last_of(tx, c.agency, "case", c.id.value, kind);
        return event ? std::optional(event->at) : std::nullopt;
    };
    return objection_of(c, last("case.objected"), last("case.assigned"));
}

} // namespace cases
