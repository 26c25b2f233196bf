#include "outgoing/office_time_actions.h"

#include "deadlines/calendar.h"

namespace outgoing {

std::optional<base::Time> next_open(db::Tx& tx, const agency::Agency& agency, base::Time now) {
    static const std::array calendars{deadlines::shipped_calendar(base::Zone::wib),
                                      deadlines::shipped_calendar(base::Zone::wita),
                                      deadlines::shipped_calendar(base::Zone::wit)};
    const auto& calendar = calendars[static_cast<std::size_t>(agency.zone)];
    // A weekend is no holiday: whoever opens on Saturdays says so in the hours.
    auto is_day_off = [&](base::Day day) {
        const auto state = calendar.state(day);
        return state != deadlines::DayState::workday && state != deadlines::DayState::weekend;
    };
    return agency::next_open(agency::office_hours_of(tx, agency.id), agency.zone, is_day_off, now);
}

} // namespace outgoing
