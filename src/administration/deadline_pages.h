// /meja/atur/tenggat: every profile in words, with an example that is counted now.
#pragma once
#include "administration/frame_pages.h"
#include "deadlines/calendar.h"

namespace administration {

[[nodiscard]] html::Markup deadlines_page(const Frame& frame, const deadlines::Calendar& calendar,
                                          base::Time now, const Filled& filled);

} // namespace administration
