// /meja/atur/libur: the calendar of a year and the days of the agency's own.
#pragma once
#include "administration/frame_pages.h"
#include "deadlines/calendar.h"

namespace administration {

[[nodiscard]] html::Markup holidays_page(const Frame& frame, const deadlines::Calendar& calendar,
                                         base::Day today, int year, const Filled& filled);

} // namespace administration
