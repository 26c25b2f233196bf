// The report page /lapor: the empty form, and the same form with what was written and what is not right.
#pragma once
#include "html/page.h"
#include "intake/report.h"

namespace intake {

struct ReportPage {
    html::PageHead head; ///< filled by the caller: agency, language, accent
    ReportDraft draft;
    std::vector<std::pair<ReportMember, base::Text>> problems;
    std::vector<std::pair<std::string, html::Url>> pictures; ///< taken in already: sha256 and small copy
    std::string confirmation = {};           ///< the page asks to press once more, and brings this along
    std::optional<base::Duration> wait = {}; ///< too many from this address: what was written stays
};
[[nodiscard]] html::Markup report_page(ReportPage page);

} // namespace intake
