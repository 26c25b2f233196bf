// The clock chip of a deadline, the same on every screen: ring and words, neutral, amber after three
// quarters, red when late, grey while it stands, green when met.
#pragma once
#include "base/language.h"
#include "deadlines/deadline.h"
#include "html/marks.h"

namespace deadlines {

/// full: for citizens; brief: for lists and cards of staff.
enum class Wording { full, brief };

/// Nothing for a deadline that ended without being met.
[[nodiscard]] html::Markup clock_chip(const Deadline& deadline, base::Time now, base::Zone zone,
                                      base::Language language, Wording wording = Wording::brief);

} // namespace deadlines
