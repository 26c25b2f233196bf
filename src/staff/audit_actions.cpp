#include "staff/audit_actions.h"

#include "events/event_actions.h"

namespace staff {

void write_down(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now, const Audit& audit) {
    events::append(tx, ids, agency,
                   {.subject_kind = std::string(audit.subject_kind),
                    .subject = audit.subject,
                    .kind = std::string(audit.kind),
                    .at = now,
                    .actor_kind = audit.by ? "staff" : "system",
                    .actor = audit.by ? std::optional(audit.by->value) : std::nullopt,
                    .is_public = false,
                    .data = base::json::write(base::json::Value(audit.data))});
}

} // namespace staff
