// Shorthands of this room's tests.
#pragma once
#include "deadlines/deadline.h"

namespace deadlines::testing {

inline base::Time at(std::string_view text, base::Zone zone = base::Zone::wib) {
    return base::parse_time(text, zone).value();
}
inline base::Day day(std::string_view text) {
    return base::parse_day(text).value();
}

inline Spec working_days(int amount) {
    Spec spec;
    spec.name = "test";
    spec.mode = Mode::working_days;
    spec.amount = amount;
    spec.starts_on = "received";
    spec.pauses_on = {"asked"};
    spec.resumes_on = {"reporter_answered"};
    return spec;
}
inline Spec hours(int amount) {
    Spec spec = working_days(amount);
    spec.mode = Mode::calendar_hours;
    return spec;
}
inline Spec office_hours(int amount) {
    Spec spec = working_days(amount);
    spec.mode = Mode::office_hours;
    return spec;
}

inline const Profile& profile(std::string_view id) {
    return *shipped_profiles().in_force(id, day("2026-05-01")).value();
}

} // namespace deadlines::testing
