// Days on which somebody is away, and who stands in. Pure. Refusals: field.invalid "first_day", "last_day",
// "substitute".
#pragma once
#include "base/result.h"
#include "staff/principal.h"

#include <boost/describe.hpp>

#include <span>

namespace staff {

using AbsenceId = base::Id<struct AbsenceTag>;

struct Absence {
    AbsenceId id;
    StaffId staff;
    std::string first_day; ///< "2026-11-22"
    std::string last_day;  ///< included
    std::optional<StaffId> substitute = {};
};
BOOST_DESCRIBE_STRUCT(Absence, (), (id, staff, first_day, last_day, substitute))

[[nodiscard]] base::Result<void> check(const Absence& absence);

/// Away on that day.
[[nodiscard]] bool is_away(std::span<const Absence> absences, StaffId staff, base::Day day);
/// Who does the work of somebody who is away: the substitute, or theirs when they are away too. Null when
/// nobody is there.
[[nodiscard]] std::optional<StaffId> stand_in(std::span<const Absence> absences, StaffId staff,
                                              base::Day day);

} // namespace staff
