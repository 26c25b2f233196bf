#include "network/look_plan.h"

#include <algorithm>

namespace network {

base::Time next_look(const Watched& source, base::Time now) {
    using namespace std::chrono_literals;
    constexpr auto never = std::chrono::hours(24 * 365 * 100);
    if (!source.is_thread) {
        const bool is_talk = !source.newest_first && source.found_at && now - *source.found_at < talk_lasts;
        return now + (is_talk ? while_talking : often);
    }
    // After as long as nothing came: a thread of one word is looked at ten times on its first day.
    const auto quiet = now - source.found_at.value_or(source.looked_at.value_or(now));
    if (quiet > 24h * 30) return now + never;
    return now + std::clamp<base::Duration>(quiet, 2min, 24h);
}

bool is_due_for_walk(const Watched& source, base::Time now) {
    using namespace std::chrono_literals;
    if (!source.is_thread || !source.walked_at) return false; // the first walk is a hole of its own
    const auto quiet = now - source.found_at.value_or(*source.walked_at);
    return now - *source.walked_at >= (quiet < 24h ? base::Duration(1h) : base::Duration(24h));
}

} // namespace network
