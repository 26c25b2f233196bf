// Appending facts in the unit of work of the change, and reading them: by position for whoever follows, by
// subject for a timeline.
#pragma once
#include "events/event.h"

#include <string_view>
#include <vector>

namespace db {
class Tx;
}

namespace events {

EventId append(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Event& event);

/// Numbered events after a position, in order, at most `most`.
[[nodiscard]] std::vector<Stored> after(db::Tx& tx, base::AgencyId agency, std::int64_t position, int most);
/// The last position given; 0 before the first.
[[nodiscard]] std::int64_t last_position(db::Tx& tx, base::AgencyId agency);

/// All of a subject, oldest first, numbered or not.
[[nodiscard]] std::vector<Stored> timeline(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                                           std::int64_t subject);
/// The newest of a kind of a subject.
[[nodiscard]] std::optional<Stored> last_of(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                                            std::int64_t subject, std::string_view kind);

/// The newest by id, numbered or not; 0 before the first. Tells whether something happened, not in what
/// order.
[[nodiscard]] EventId last_id_of(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                                 std::int64_t subject);
[[nodiscard]] EventId last_id(db::Tx& tx, base::AgencyId agency);

/// What was changed in the agency itself: offices, topics, rules, staff, accounts, tokens, invitations,
/// without sign-ins; newest first, with ids below `before` when it is not 0, at most `most`.
[[nodiscard]] std::vector<Stored> changes_before(db::Tx& tx, base::AgencyId agency, std::int64_t before,
                                                 int most);

/// Replaces the data of an event by what redaction or erasure leaves of it; everything else of it stays.
void redact(db::Tx& tx, base::AgencyId agency, EventId id, std::string_view data);

} // namespace events
