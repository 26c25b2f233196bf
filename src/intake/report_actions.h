// A report from the agency's own page: one item, one case, one secret link; the same form twice is the same
// report.
#pragma once
#include "intake/accept_actions.h"
#include "intake/report.h"

namespace intake {

struct Reported {
    std::string code;
    std::string secret; ///< for the link to /lacak
};
/// `report` has passed check(). Refusals: unavailable `account.unknown` when the agency has closed its report
/// page.
[[nodiscard]] base::Result<Reported> take_report(const Services& services, const agency::Directory& directory,
                                                 const Report& report);

} // namespace intake
