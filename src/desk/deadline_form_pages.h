// The forms beside a deadline with which a coordinator extends it or has it counted anew.
#pragma once
#include "desk/case_view.h"
#include "html/markup.h"

namespace desk {

/// Nothing for who may do neither.
[[nodiscard]] html::Markup deadline_forms(const RunningDeadline& deadline, std::string_view code,
                                          std::string_view csrf, base::Zone zone, base::Language language);

[[nodiscard]] base::Text unit_of(deadlines::Mode mode) noexcept;

} // namespace desk
