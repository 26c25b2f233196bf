// A day on which an agency differs from the calendar that is built in: closed though others work, open though
// they do not, open at other hours, or a holiday of a year whose decree came after this version.
#pragma once
#include "agency/office_hours.h"
#include "base/codes.h"

namespace agency {

/// By whose word it is a day off: the agency's own, or a decree that the agency has imported.
enum class DayKind { own, national, collective_leave };

struct OwnDay {
    base::Day day;
    std::string name;      ///< "Hari jadi kota"
    bool is_closed = true; ///< false: a working day, also on a weekend or holiday
    DayKind kind = DayKind::own;
    std::string source = {}; ///< the decree; empty: the agency itself
    /// Hours of a day that is open; none: those of its weekday.
    std::vector<OpenInterval> hours = {};
    bool operator==(const OwnDay&) const = default;
};

/// Cleans name and source: field.missing, field.invalid. Only a day off is one by decree, only an open day
/// has hours.
[[nodiscard]] base::Result<OwnDay> checked(OwnDay day);

} // namespace agency

template <> inline constexpr auto base::codes<agency::DayKind> = std::to_array<base::Coded<agency::DayKind>>({
    {agency::DayKind::own, "libur_sendiri"},
    {agency::DayKind::national, "libur_nasional"},
    {agency::DayKind::collective_leave, "cuti_bersama"},
});
