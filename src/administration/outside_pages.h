// Pages of agencies outside this installation. Take plain data; a key is never shown.
#pragma once
#include "administration/frame_pages.h"
#include "agency/outside.h"

namespace administration {

[[nodiscard]] html::Markup outside_list_page(const Frame& frame, std::span<const agency::OutsideAgency> all,
                                             const Filled& filled);
[[nodiscard]] html::Markup outside_page(const Frame& frame, const agency::OutsideAgency& outside,
                                        const Filled& filled);

} // namespace administration
