#include "events/past_actions.h"

#include "events/event_store.h"

namespace events {

std::optional<Stored> at_position(db::Tx& tx, base::AgencyId agency, std::int64_t position) {
    return find_at(tx, agency, position);
}

std::optional<EventId> newest_id(db::Tx& tx, base::AgencyId agency) {
    return find_newest_id(tx, agency);
}

std::vector<std::int64_t> subjects_between(db::Tx& tx, base::AgencyId agency, std::int64_t after,
                                           std::int64_t until, std::string_view kind) {
    return find_subjects_between(tx, agency, after, until, kind);
}

void release_sequencer(db::Tx& tx, base::AgencyId agency) {
    delete_lease(tx, agency, sequencer_lease);
}

} // namespace events
