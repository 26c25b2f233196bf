#include "agency/note_actions.h"

#include "agency/directory_actions.h"
#include "db/tx.h"
#include "events/event_actions.h"

namespace agency {

void note(db::Tx& tx, const Change& change, base::AgencyId agency, const Note& note) {
    events::append(tx, change.ids, agency,
                   {.subject_kind = std::string(note.subject_kind),
                    .subject = note.subject != 0 ? note.subject : agency.value,
                    .kind = std::string(note.kind),
                    .at = change.now,
                    .actor_kind = change.staff ? "staff" : "system",
                    .actor = change.staff,
                    .is_public = false,
                    .data = base::json::write(base::json::Value(note.data))});
    tx.signal(change_topic);
}

} // namespace agency
