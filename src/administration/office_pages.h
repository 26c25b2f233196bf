// /meja/atur/unit: the tree of offices and one office.
#pragma once
#include "administration/frame_pages.h"
#include "cases/office_load.h"

#include <map>

namespace administration {

/// What stands at each office.
struct OfficeFigures {
    std::map<agency::OfficeId, std::int64_t> open_cases;
    std::map<agency::OfficeId, int> people; ///< with a role right there
};

[[nodiscard]] html::Markup offices_page(const Frame& frame, const OfficeFigures& figures,
                                        const Filled& filled);
[[nodiscard]] html::Markup office_page(const Frame& frame, const agency::Office& office,
                                       const OfficeFigures& figures, const Filled& filled);

} // namespace administration
