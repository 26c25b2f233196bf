// /meja/tenggat-sementara: running deadlines that were counted before a year's holidays were known, with what
// they would be now. Takes plain data.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "cases/case.h"
#include "deadlines/deadline.h"
#include "html/markup.h"

namespace desk {

struct ProvisionalRow {
    std::string code;
    std::string title;
    std::string deadline; ///< its name
    deadlines::Deadline before;
    deadlines::Deadline after;
};
struct ProvisionalPage {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::string csrf;
    std::vector<ProvisionalRow> rows;
    std::optional<int> done;        ///< how many were counted anew just now
    bool is_reason_missing = false; ///< of a form that came back
    std::string reason;             ///< as typed
};
[[nodiscard]] html::Markup provisional_page(const ProvisionalPage& page);

} // namespace desk
