// One case as a page: /laporan/{kode} for everybody, /lacak/{kode} for its reporter, and /lacak to find it.
#pragma once
#include "agency/directory.h"
#include "html/page.h"
#include "transparency/case_view.h"

namespace transparency {

struct CasePageInput {
    html::PageHead head; ///< filled by the caller
    const agency::Directory& directory;
    base::Time now{};
};
[[nodiscard]] html::Markup public_case_page(CasePageInput input, const CasePage& page);
[[nodiscard]] html::Markup reporter_case_page(CasePageInput input, const ReporterPage& page);

enum class Tracking { asked, unknown };
[[nodiscard]] html::Markup track_page(html::PageHead head, Tracking tracking, std::string_view typed);

} // namespace transparency
