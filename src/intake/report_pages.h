// The report page /lapor: the empty form, and the same form with what was written and what is not right.
#pragma once
#include "cases/case.h"
#include "html/page.h"
#include "intake/report.h"

namespace intake {

/// What is already reported, as everybody may see it.
struct SameThing {
    std::string code;
    std::string title;
    cases::State state = cases::State::received;
    int people = 1;
    base::Time since{};
};

struct ReportPage {
    html::PageHead head; ///< filled by the caller: agency, language, accent
    ReportDraft draft;
    std::vector<std::pair<ReportMember, base::Text>> problems;
    std::vector<std::pair<std::string, html::Url>> pictures; ///< taken in already: sha256 and small copy
    std::string confirmation = {};           ///< the page asks to press once more, and brings this along
    std::optional<base::Duration> wait = {}; ///< too many from this address: what was written stays
    std::vector<SameThing> same = {};        ///< already reported and likely the same
};
[[nodiscard]] html::Markup report_page(ReportPage page);

} // namespace intake
