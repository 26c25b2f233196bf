// SQL that looks for halves: what one unit of work writes together must be there together.
#pragma once
#include "cases/case.h"
#include "db/tx.h"

namespace cases {

/// A window of a long table, for walks in short reads: how many rows there are after a key, up to which one.
struct Window {
    std::int64_t rows = 0;
    std::optional<std::int64_t> last;
};
BOOST_DESCRIBE_STRUCT(Window, (), (rows, last))

[[nodiscard]] Window window_of_positions(db::Tx& tx, base::AgencyId agency, std::int64_t after, int most);
/// Subjects of numbered case events without a case.
[[nodiscard]] std::vector<std::int64_t> find_events_without_case(db::Tx& tx, base::AgencyId agency,
                                                                 std::int64_t after, std::int64_t until);
[[nodiscard]] Window window_of_items(db::Tx& tx, base::AgencyId agency, std::int64_t after, int most);
/// Items that name a case which is not there.
[[nodiscard]] std::vector<std::int64_t> find_items_without_case(db::Tx& tx, base::AgencyId agency,
                                                                std::int64_t after, std::int64_t until);

} // namespace cases
