// The clock chip of a deadline, as rows and the side pane show it.
#pragma once
#include "base/language.h"
#include "deadlines/deadline.h"
#include "html/marks.h"

namespace desk {

/// Nothing for a deadline that ended without being met.
[[nodiscard]] html::Markup row_clock(const deadlines::Deadline& clock, base::Time now, base::Zone zone,
                                     base::Language language);
/// The text with each {} replaced in order.
[[nodiscard]] std::string with_slots(base::Text text, base::Language language,
                                     std::initializer_list<std::string_view> values);

} // namespace desk
