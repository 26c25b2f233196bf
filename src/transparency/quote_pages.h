// /meja/testimoni: words of reporters that wait for a person to release them.
#pragma once
#include "staff/console_pages.h"
#include "transparency/figures.h"

namespace transparency {

struct QuoteRow {
    std::string id;
    std::string code; ///< of the case
    std::string title;
    int stars = 0;
    std::string words;
    base::Time rated_at{};
};

struct QuotesPage {
    const staff::Console& console;
    std::vector<QuoteRow> rows;
    std::int64_t next = 0; ///< key of the next page; 0 at the end
};
[[nodiscard]] html::Markup quotes_page(const QuotesPage& page);

} // namespace transparency
