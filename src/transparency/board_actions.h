// Reading the public board from the database: rows, figures, numbers per regency.
#pragma once
#include "transparency/board.h"

namespace db {
class Tx;
}

namespace transparency {

inline constexpr int board_page = 20;

[[nodiscard]] Board read_board(db::Tx& tx, const agency::Directory& directory, const BoardFilter& filter,
                               base::Time now);

/// What the board shows of each case that the public may know of, in their order.
[[nodiscard]] std::vector<BoardRow> board_rows(db::Tx& tx, const std::vector<cases::Case>& all);

} // namespace transparency
