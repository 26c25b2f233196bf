// When people are at work (jam kerja): intervals of each weekday in the agency's zone. Holidays are closed;
// who knows them says so. Pure; refusals: field.invalid with the field.
#pragma once
#include "base/time.h"

#include <array>
#include <optional>
#include <vector>

namespace agency {

/// From `opens` (included) to `closes` (not included), since midnight.
struct OpenInterval {
    std::chrono::minutes opens{};
    std::chrono::minutes closes{};
    bool operator==(const OpenInterval&) const = default;
};

struct OfficeHours {
    std::array<std::vector<OpenInterval>, 7>
        days; ///< Monday first; intervals in order, apart from each other
    bool operator==(const OfficeHours&) const = default;
};

inline constexpr std::size_t max_intervals = 4; ///< of a day

/// Monday to Thursday 07.30-16.00, Friday 07.30-16.30 (Perpres 21/2023, 37 hours 30 minutes with the break).
[[nodiscard]] OfficeHours usual_office_hours();

/// "07.30-12.00, 13.00-16.00"; a colon does as well as a dot; empty: closed.
[[nodiscard]] base::Result<std::vector<OpenInterval>> parse_intervals(std::string_view text,
                                                                      std::string_view field);
[[nodiscard]] std::string to_text(const std::vector<OpenInterval>& intervals);

/// Whether a day is off for everybody: a holiday, collective leave.
using IsDayOff = std::function<bool(base::Day)>;

[[nodiscard]] bool is_open(const OfficeHours& hours, base::Zone zone, const IsDayOff& is_day_off,
                           base::Time now);
/// `now` when somebody is there; else when they are next; empty when that is not within 60 days.
[[nodiscard]] std::optional<base::Time> next_open(const OfficeHours& hours, base::Zone zone,
                                                  const IsDayOff& is_day_off, base::Time now);

} // namespace agency
