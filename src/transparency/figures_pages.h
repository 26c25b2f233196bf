// The public figures as a page: period, totals, how they are computed, tables; and the list behind a number.
#pragma once
#include "html/page.h"
#include "transparency/board.h"
#include "transparency/figures.h"

namespace transparency {

struct FiguresPage {
    html::PageHead head; ///< filled by the caller
    const FigureTables& tables;
    Period period;
    const agency::Directory& directory;
    base::Time now{};
};
[[nodiscard]] html::Markup figures_page(FiguresPage page);

struct FigureListPage {
    html::PageHead head; ///< filled by the caller
    FigureQuery query;
    const std::vector<BoardRow>& rows;
    std::optional<html::Url> next;
    const agency::Directory& directory;
    base::Time now{};
};
[[nodiscard]] html::Markup figure_list_page(FigureListPage page);

/// The four figures in a row, each number a link to its cases.
[[nodiscard]] html::Markup four_figures(const cases::Numbers& numbers, const FigureQuery& query,
                                        base::Language language);
/// The address of the list behind a number.
[[nodiscard]] html::Url figure_list_url(const FigureQuery& query);
/// "Nilai dari pelapor: 4,3 dari 5, rata-rata dari 12 nilai".
[[nodiscard]] html::Markup stars_line(const cases::Stars& stars, base::Language language);

} // namespace transparency
