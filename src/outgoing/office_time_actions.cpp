#include "outgoing/office_time_actions.h"

#include "deadlines/agency_calendar.h"

namespace outgoing {

std::optional<base::Time> next_open(const agency::Directory& directory, base::Time now) {
    constexpr int days_ahead = 60;
    const auto& calendar = deadlines::calendar_of(directory);
    const base::Zone zone = directory.agency().zone;
    for (int ahead = 0; ahead <= days_ahead; ++ahead) {
        const base::Day day = base::local_day(now, zone) + std::chrono::days(ahead);
        for (const auto& each : calendar.open(day))
            if (now < base::at_local(day, each.closes, zone))
                return std::max(now, base::at_local(day, each.opens, zone));
    }
    return std::nullopt;
}

} // namespace outgoing
