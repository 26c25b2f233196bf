// The deadlines of a case on the desk: chip with time left, pauses, and the "Kenapa?" strip.
#pragma once
#include "desk/case_view.h"
#include "html/markup.h"

namespace desk {

[[nodiscard]] html::Markup case_clock(const deadlines::Deadline& deadline, base::Time now, base::Zone zone,
                                      base::Language language);
/// The card beside the case.
[[nodiscard]] html::Markup deadlines_card(const CaseView& view, std::string_view csrf, base::Time now,
                                          base::Zone zone, base::Language language);

} // namespace desk
