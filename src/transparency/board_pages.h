// The board as a page: figures, filters, list, map.
#pragma once
#include "html/page.h"
#include "places/map.h"
#include "transparency/board.h"

namespace transparency {

struct BoardPage {
    html::PageHead head; ///< filled by the caller
    Board board;
    const agency::Directory& directory;
    const places::Map& map; ///< of the agency's regencies
    base::Time now{};
};
[[nodiscard]] html::Markup board_page_of(BoardPage page);

/// Rows of cases, each a link to its page.
[[nodiscard]] html::Markup board_stories(const std::vector<BoardRow>& rows,
                                         const agency::Directory& directory, base::Time now,
                                         base::Language language);

/// The address of the board under a filter.
[[nodiscard]] html::Url board_url(const BoardFilter& filter);

} // namespace transparency
