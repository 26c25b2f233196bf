// Why is it due then? The data of the "Kenapa?" strip: one entry per day with what it is and which count it
// got, the pauses, and the rule with version and source. Never fails.
#pragma once
#include "deadlines/deadline.h"

namespace deadlines {

struct ExplainedDay {
    base::Day day;
    DayState state = DayState::workday;
    std::string name; ///< of the holiday
    int count = 0;    ///< 1 for the first working day; 0: not counted
    bool is_start = false;
    bool is_due = false;
    bool is_today = false;
    bool is_paused = false;   ///< not counted because it stood paused at the end of the day, or while open
    base::Duration counted{}; ///< office hours: how much of the day
    std::vector<agency::OpenInterval> open; ///< office hours: when the office was open
    bool is_known = true;                   ///< false: the holidays of that year are not known yet
};

struct Explanation {
    std::string name;
    Mode mode = Mode::working_days;
    int amount = 0;    ///< with the extension
    int extension = 0; ///< of it, when one was granted
    std::string starts_on;
    base::Time start{};
    Due due;
    base::Zone zone = base::Zone::wib;
    std::vector<ExplainedDay> days; ///< from the start's day to the due day
    std::vector<Pause> pauses;      ///< those that moved the due time
    base::Duration paused{};        ///< their length
    base::Day calendar_ends_on;
    std::string profile;
    std::string version;
    std::string effective_from;
    std::string source;
    std::vector<std::string> holiday_sources; ///< decrees that name a day of the strip, each once
};

/// A pause that is still open is given until `now`.
[[nodiscard]] Explanation explain(const Profile& profile, const Spec& spec, base::Time start,
                                  const Calendar& calendar, std::string_view class_code,
                                  std::span<const Pause> pauses, base::Time now,
                                  Extension extension = Extension::none);

/// Of a deadline that was counted, with the days it was counted with. While it stands, as if it went on now.
[[nodiscard]] Explanation explain(const Profile& profile, const Spec& spec, const Deadline& deadline,
                                  const Calendar& calendar, base::Time now);

} // namespace deadlines
