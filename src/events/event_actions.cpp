#include "events/event_actions.h"

#include "events/event_store.h"

#include <limits>

namespace events {

EventId append(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Event& event) {
    const auto id = ids.next<EventId>();
    insert(tx, agency, id, event);
    tx.signal(appended);
    return id;
}

std::vector<Stored> after(db::Tx& tx, base::AgencyId agency, std::int64_t position, int most) {
    return find_after(tx, agency, position, most);
}

std::int64_t last_position(db::Tx& tx, base::AgencyId agency) {
    return find_last_position(tx, agency);
}

std::vector<Stored> timeline(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                             std::int64_t subject) {
    return find_of_subject(tx, agency, subject_kind, subject);
}

EventId last_id_of(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind, std::int64_t subject) {
    return EventId{find_last_id_of(tx, agency, subject_kind, subject)};
}

EventId last_id(db::Tx& tx, base::AgencyId agency) {
    return EventId{find_last_id(tx, agency)};
}

std::optional<Stored> last_of(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                              std::int64_t subject, std::string_view kind) {
    return find_last_of(tx, agency, subject_kind, subject, kind);
}

std::vector<Stored> changes_before(db::Tx& tx, base::AgencyId agency, std::int64_t before, int most) {
    return find_changes_before(tx, agency, before == 0 ? std::numeric_limits<std::int64_t>::max() : before,
                               most);
}

void redact(db::Tx& tx, base::AgencyId agency, EventId id, std::string_view data) {
    set_data(tx, agency, id, data);
}

} // namespace events
