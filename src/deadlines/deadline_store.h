// Rows of table deadlines. A refused statement throws db::Error.
#pragma once
#include "db/query.h"
#include "deadlines/deadline.h"

#include <span>

namespace db {
class Tx;
}

namespace deadlines {

/// In the order in which they were started.
[[nodiscard]] std::vector<Deadline> find_of(db::Tx& tx, base::AgencyId agency, const Subject& subject);
/// The statement of find_of(), for a look at how the engine runs it.
[[nodiscard]] db::Statement find_of_statement();
/// Of many subjects of one kind at once, in no order.
[[nodiscard]] std::vector<Deadline> find_of_all(db::Tx& tx, base::AgencyId agency, std::string_view kind,
                                                std::span<const std::int64_t> subjects);
/// The statement of find_of_all(), for the same.
[[nodiscard]] db::Statement find_of_all_statement();
/// Running ones whose next crossing lies before `now`, the longest waiting first.
[[nodiscard]] std::vector<Deadline> find_to_cross(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                  int limit);
/// The statement of find_to_cross(), for the same.
[[nodiscard]] db::Statement find_to_cross_statement();
/// Running ones that were counted beyond the known years, the next due first.
[[nodiscard]] std::vector<Deadline> find_provisional(db::Tx& tx, base::AgencyId agency, int limit);
/// The statement of find_provisional(), for the same.
[[nodiscard]] db::Statement find_provisional_statement();
/// False when the subject has a deadline of that name already.
[[nodiscard]] bool insert(db::Tx& tx, base::AgencyId agency, const Deadline& deadline);
void save(db::Tx& tx, base::AgencyId agency, const Deadline& deadline);
/// Only if it was not announced as far as that already: two sweeps at once announce once.
[[nodiscard]] bool save_crossing(db::Tx& tx, base::AgencyId agency, const Deadline& deadline, Crossed was);

} // namespace deadlines
