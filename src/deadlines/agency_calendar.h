// The calendar by which an agency counts: the shipped holidays, collective leave as the agency has it, its
// own days and office hours. Made once for each directory. A change moves no running deadline: they keep
// their due time.
#pragma once
#include "agency/directory.h"
#include "deadlines/calendar.h"

namespace deadlines {

/// Lives as long as the directory.
[[nodiscard]] const Calendar& calendar_of(const agency::Directory& directory);

} // namespace deadlines
