#include "desk/desk.h"

namespace desk {

std::optional<deadlines::Deadline> clock_to_show(const std::vector<deadlines::Deadline>& clocks) {
    auto rank = [](const deadlines::Deadline& clock) {
        if (clock.is_running()) return clock.paused_at ? 1 : 0;
        return clock.met_at && clock.name == "resolve" ? 2 : 3;
    };
    const deadlines::Deadline* best = nullptr;
    for (const auto& clock : clocks)
        if (!best || std::pair(rank(clock), clock.due_at) < std::pair(rank(*best), best->due_at))
            best = &clock;
    if (!best || rank(*best) == 3) return std::nullopt;
    return *best;
}

} // namespace desk
