// Looking back: where an agency's events stand, and which of a kind lie between two positions.
#pragma once
#include "events/event.h"

#include <string_view>
#include <vector>

namespace db {
class Tx;
}

namespace events {

[[nodiscard]] std::optional<Stored> at_position(db::Tx& tx, base::AgencyId agency, std::int64_t position);
/// The highest id, numbered or not; empty before the first event.
[[nodiscard]] std::optional<EventId> newest_id(db::Tx& tx, base::AgencyId agency);
/// Subjects of the events of a kind after a position, up to another.
[[nodiscard]] std::vector<std::int64_t> subjects_between(db::Tx& tx, base::AgencyId agency,
                                                         std::int64_t after, std::int64_t until,
                                                         std::string_view kind);

/// Whoever numbered the events of this agency is gone and does not come back: the next one need not wait.
void release_sequencer(db::Tx& tx, base::AgencyId agency);

} // namespace events
