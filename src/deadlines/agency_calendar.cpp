#include "deadlines/agency_calendar.h"

namespace deadlines {

const Calendar& calendar_of(const agency::Directory& directory) {
    return directory.derived<Calendar>([&] {
        std::vector<Holiday> holidays = shipped_holidays();
        std::vector<base::Day> worked;
        for (const agency::OwnDay& own : directory.days()) {
            if (own.is_closed)
                holidays.push_back({own.day, HolidayKind::own, own.name, directory.agency().organiser});
            else
                worked.push_back(own.day);
        }
        return Calendar(directory.agency().zone, std::move(holidays),
                        directory.agency().leave_is_off ? CollectiveLeave::is_off
                                                        : CollectiveLeave::is_worked,
                        std::move(worked));
    });
}

} // namespace deadlines
