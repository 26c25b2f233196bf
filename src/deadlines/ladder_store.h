// An agency's own ladders, in versions. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "deadlines/ladder.h"

namespace deadlines::store {

struct LadderRow {
    int version = 0;
    std::string data; ///< JSON
};
BOOST_DESCRIBE_STRUCT(LadderRow, (), (version, data))

/// The newest that was there at `at`.
[[nodiscard]] std::optional<LadderRow> find_ladder(db::Tx& tx, base::AgencyId agency, base::Time at);
/// False when that version is there already.
[[nodiscard]] bool insert_ladder(db::Tx& tx, base::AgencyId agency, const LadderRow& row,
                                 std::optional<std::int64_t> changed_by, base::Time now);

} // namespace deadlines::store
