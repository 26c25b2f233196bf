// Pages for what went wrong: what is so, what is safe, what to do, and a short help code to quote.
#pragma once
#include "html/page.h"

namespace html {

struct ErrorPage {
    int status = 500;         ///< 400, 403, 404, 409, 410, 413, 429, 500, 503 have their own words
    std::string help = {};    ///< "R-58QF"
    std::string message = {}; ///< instead of the words of the status
};

/// `head.title` may be empty: the words of the status stand there.
[[nodiscard]] Markup error_page(PageHead head, const ErrorPage& error);

} // namespace html
