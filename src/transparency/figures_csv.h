// The public figures as CSV (RFC 4180, UTF-8 with BOM for spreadsheets). Pure; never fails.
#pragma once
#include "transparency/figures.h"

namespace transparency {

/// Quoted where needed; what a spreadsheet would run as a formula is made text by an apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);
[[nodiscard]] std::string figures_csv(const FigureTables& tables, const Period& period,
                                      const agency::Directory& directory, base::Language language);

} // namespace transparency
