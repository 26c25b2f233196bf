// Days and hours of routing rules. Pure.
#pragma once
#include "base/time.h"

#include <string_view>

namespace cases {

/// A moment as a rule asks for it, in the agency's zone.
struct Moment {
    base::Day day;
    unsigned weekday = 0; ///< 0 is Monday
    int minute = 0;       ///< of the day
};
[[nodiscard]] inline Moment moment_of(base::Time at, base::Zone zone) {
    const base::Day day = base::local_day(at, zone);
    return {.day = day,
            .weekday = std::chrono::weekday(day).iso_encoding() - 1,
            .minute = static_cast<int>(
                std::chrono::duration_cast<std::chrono::minutes>(base::local_time_of_day(at, zone)).count())};
}

/// "07:30" is 450; anything else that is no time of day is 0.
[[nodiscard]] constexpr int minute_of(std::string_view text) noexcept {
    if (text.size() != 5) return 0;
    return ((text[0] - '0') * 10 + (text[1] - '0')) * 60 + (text[3] - '0') * 10 + (text[4] - '0');
}

/// From one minute to another, over midnight when the second is the smaller; equal: the whole day.
[[nodiscard]] constexpr bool is_within(int minute, int from, int until) noexcept {
    if (from == until) return true;
    if (from < until) return minute >= from && minute < until;
    return minute >= from || minute < until;
}

} // namespace cases
