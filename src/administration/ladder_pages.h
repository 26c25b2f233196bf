// The page of the ladder: its form, and what it would do with a case that comes in now.
#pragma once
#include "administration/frame_pages.h"
#include "deadlines/calendar.h"
#include "deadlines/ladder.h"

namespace administration {

struct LadderPage {
    const deadlines::Ladder& ladder; ///< in force
    const deadlines::Calendar& calendar;
    base::Time now{};
};
/// `filled`: what the form brought along when it was refused.
[[nodiscard]] html::Markup ladder_page(const Frame& frame, const LadderPage& page, const Filled& filled);

} // namespace administration
