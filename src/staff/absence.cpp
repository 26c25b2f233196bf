#include "staff/absence.h"

#include <algorithm>

namespace staff {
namespace {

const Absence* absence_of(std::span<const Absence> absences, StaffId staff, base::Day day) {
    const std::string today = base::to_iso(day);
    const auto found = std::ranges::find_if(absences, [&](const Absence& each) {
        return each.staff == staff && each.first_day <= today && today <= each.last_day;
    });
    return found == absences.end() ? nullptr : &*found;
}

} // namespace

base::Result<void> check(const Absence& absence) {
    if (!base::parse_day(absence.first_day)) return base::fail_field("first_day");
    if (!base::parse_day(absence.last_day) || absence.last_day < absence.first_day)
        return base::fail_field("last_day");
    if (absence.substitute == absence.staff) return base::fail_field("substitute");
    return {};
}

bool is_away(std::span<const Absence> absences, StaffId staff, base::Day day) {
    return absence_of(absences, staff, day) != nullptr;
}

std::optional<StaffId> stand_in(std::span<const Absence> absences, StaffId staff, base::Day day) {
    constexpr int most_steps = 8; // two who stand in for each other are both away
    StaffId at = staff;
    for (int step = 0; step < most_steps; ++step) {
        const Absence* away = absence_of(absences, at, day);
        if (!away) return at;
        if (!away->substitute) return std::nullopt;
        at = *away->substitute;
    }
    return std::nullopt;
}

} // namespace staff
