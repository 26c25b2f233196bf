// Days off as iCalendar (RFC 5545), the form in which calendars are published and taken over: in and out, by
// libical. What comes in is somebody else's text: all-day events only, and nothing of a wrong file is taken;
// `import.line` with the field "VEVENT 3", `item.too_large`.
#pragma once
#include "deadlines/holidays.h"

#include <span>

namespace deadlines {

inline constexpr std::size_t max_ical = 512 * 1024; ///< bytes
inline constexpr int max_ical_events = 2'000;
inline constexpr int max_ical_days = 31; ///< of one event

/// Events that say nothing of their kind (CATEGORIES libur_nasional, cuti_bersama, libur_sendiri) are
/// `standard`, those whose name begins with "Cuti Bersama" collective leave. Cancelled ones are left out. By
/// day; the same day stands there once for each kind. `source` is what names none.
[[nodiscard]] base::Result<std::vector<Holiday>> parse_ical(std::string_view bytes, HolidayKind standard,
                                                            std::string_view source);

/// A calendar of all-day events; `made_at` is when it was written.
[[nodiscard]] std::string to_ical(std::span<const Holiday> days, std::string_view name, base::Time made_at);

} // namespace deadlines
