#include "deadlines/agency_calendar.h"

namespace deadlines {
namespace {

HolidayKind kind_of(agency::DayKind kind) {
    switch (kind) {
    case agency::DayKind::own: return HolidayKind::own;
    case agency::DayKind::national: return HolidayKind::national;
    case agency::DayKind::collective_leave: return HolidayKind::collective_leave;
    }
    return HolidayKind::own;
}

} // namespace

const Calendar& calendar_of(const agency::Directory& directory) {
    return directory.derived<Calendar>([&] {
        const agency::Agency& agency = directory.agency();
        CalendarParts parts{.zone = agency.zone,
                            .holidays = shipped_holidays(),
                            .leave =
                                agency.leave_is_off ? CollectiveLeave::is_off : CollectiveLeave::is_worked,
                            .worked = {},
                            .hours = directory.office_hours(),
                            .special = {},
                            .years = {}};
        for (const agency::OwnDay& own : directory.days()) {
            if (own.is_closed)
                parts.holidays.push_back({own.day, kind_of(own.kind), own.name,
                                          own.source.empty() ? agency.organiser : own.source});
            else
                parts.worked.push_back(own.day);
            if (!own.hours.empty()) parts.special.push_back({own.day, own.hours});
        }
        return Calendar(std::move(parts));
    });
}

} // namespace deadlines
