#include "cases/tally.h"

namespace cases {

Tallied tallied(const Case& c, Standing standing, base::Zone zone) {
    const base::Day day = base::local_day(c.received_at, zone);
    const std::chrono::year_month_day date{day};
    Tallied out{.is_restricted = standing.has(Mark::restricted),
                .office = c.office ? c.office->value : 0,
                .person = 0,
                .conduct_office = c.conduct_office ? c.conduct_office->value : 0,
                .is_whistleblowing = standing.has(Mark::whistleblowing),
                .standing = standing.bits,
                .topic = c.topic.value_or(""),
                .regency = c.area ? c.area->substr(0, 5) : std::string(),
                .day = day.time_since_epoch().count(),
                .month = static_cast<int>(date.year()) * 12 + static_cast<unsigned>(date.month()) - 1};
    if (c.person && (standing.has(Mark::open) || out.is_restricted)) out.person = c.person->value;
    return out;
}

} // namespace cases
