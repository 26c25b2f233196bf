// The clock chip of a deadline: ring and words, neutral, amber after three quarters, red when late.
#pragma once
#include "base/language.h"
#include "deadlines/deadline.h"
#include "html/marks.h"

#include <initializer_list>

namespace transparency {

[[nodiscard]] html::Markup clock_chip(const deadlines::Deadline& deadline, base::Time now, base::Zone zone,
                                      base::Language language);

/// The text with each {} replaced in order.
[[nodiscard]] std::string filled(base::Text text, base::Language language,
                                 std::initializer_list<std::string_view> with);

} // namespace transparency
