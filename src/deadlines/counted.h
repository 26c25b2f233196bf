// What a deadline was counted with, in a line that its row keeps: the days that were not as every week has
// them and the office hours, from the day of the start on. So its due time can be told and counted on as it
// was, whatever became of the calendar. Pure and never fails: an entry that cannot be read is left out.
#pragma once
#include "deadlines/calendar.h"
#include "deadlines/profile.h"

namespace deadlines {

/// "25;h2;c3;o10:Hari jadi kota;w12;?2028": the number of days after `first` that it tells of, then
/// deviations by their distance from it: holiday, collective leave, own day, worked day, hours of a day, an
/// unknown year; and for office hours those of the week.
[[nodiscard]] std::string counted_with(const Calendar& calendar, Mode mode, base::Day first, base::Day last);

/// The calendar as it was for the days that `counted` tells of and as it is for all others. `counted` that is
/// empty changes nothing.
[[nodiscard]] Calendar as_counted(std::string_view counted, base::Day first, const Calendar& calendar);

/// The last day that it tells of; empty when it tells of none.
[[nodiscard]] std::optional<base::Day> counted_until(std::string_view counted, base::Day first);

} // namespace deadlines
