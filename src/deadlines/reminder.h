// The event of a step on the ladder, "deadline.reminded": which deadline, which step, who was told. It is
// never public. Reading anything else gives nothing.
#pragma once
#include "deadlines/ladder.h"

namespace deadlines {

struct Reminder {
    std::string deadline; ///< "resolve"
    base::Time due{};
    int at_percent = 0;
    Audience tells = Audience::assignee;
    std::string ladder;            ///< its version
    std::vector<std::string> told; ///< ids of staff, as text; empty: there was nobody
};

inline constexpr std::string_view reminded_kind = "deadline.reminded";
[[nodiscard]] std::string to_data(const Reminder& reminder);
[[nodiscard]] std::optional<Reminder> read_reminder(std::string_view kind, std::string_view data);

} // namespace deadlines
