// Is an agency ready for its first report? A checklist from what is set up. Pure.
#pragma once
#include "administration/reach.h"
#include "base/language.h"

namespace administration {

enum class Check {
    offices,
    regions,
    report_page,
    topics,
    topic_words,
    routing,
    rules,
    coordinator,
    operators,
    calendar
};

struct Finding {
    Check check = Check::offices;
    bool is_done = true;
    int count = 0; ///< offices, topics: how many there are or are missing
    bool operator==(const Finding&) const = default;
};

/// The longest deadline is 60 working days, three months with their holidays; the decree for a year comes out
/// in autumn, and a month is left to take it in.
inline constexpr std::chrono::days days_before_calendar_ends{120};

/// `calendar_ends_on`: the last day whose holidays are known; missing when fewer days than that are left.
[[nodiscard]] std::vector<Finding> readiness(const agency::Directory& directory,
                                             std::span<const staff::Person> people, base::Day today,
                                             base::Day calendar_ends_on);

} // namespace administration
