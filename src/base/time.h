// Times are UTC milliseconds; an agency's zone decides days. No clock is read here: time comes in as
// base::Now.
#pragma once
#include "base/result.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace base {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;
using Day = std::chrono::sys_days; ///< a calendar day, without zone

/// Where the present comes from: the system in main, a value in tests.
using Now = std::function<Time()>;
[[nodiscard]] Now system_now();

/// The three zones of Indonesia have no daylight saving: UTC+7, +8, +9.
enum class Zone { wib, wita, wit };
[[nodiscard]] std::chrono::hours utc_offset(Zone zone) noexcept;
[[nodiscard]] std::string_view name(Zone zone) noexcept; ///< "WIB"
[[nodiscard]] Result<Zone> zone_from(std::string_view name);

[[nodiscard]] Day local_day(Time time, Zone zone) noexcept;
[[nodiscard]] Duration local_time_of_day(Time time, Zone zone) noexcept;
[[nodiscard]] Time at_local(Day day, Duration time_of_day, Zone zone) noexcept;
/// 23:59:59.999 of the day in the zone.
[[nodiscard]] Time end_of_day(Day day, Zone zone) noexcept;

[[nodiscard]] constexpr Time time_from_ms(std::int64_t ms) noexcept {
    return Time{Duration{ms}};
}
[[nodiscard]] constexpr std::int64_t to_ms(Time time) noexcept {
    return time.time_since_epoch().count();
}

/// ISO 8601 / RFC 3339: "2026-05-26T06:48:00.123Z", "+07:00" offsets, seconds and fraction optional; a time
/// without an offset is read in `zone`. Years 1900 to 2199 are read; field.invalid otherwise.
[[nodiscard]] Result<Time> parse_time(std::string_view text, Zone zone = Zone::wib);
/// "2026-05-26"
[[nodiscard]] Result<Day> parse_day(std::string_view text);

[[nodiscard]] std::string to_iso(Time time);            ///< "2026-05-26T06:48:00.123Z"
[[nodiscard]] std::string to_iso(Time time, Zone zone); ///< "2026-05-26T13:48:00.123+07:00"
[[nodiscard]] std::string to_iso(Day day);              ///< "2026-05-26"

} // namespace base
