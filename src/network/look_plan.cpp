#include "network/look_plan.h"

namespace network {

base::Time next_look(const Watched& source, base::Time now) {
    using namespace std::chrono_literals;
    constexpr auto never = std::chrono::hours(24 * 365 * 100);
    if (!source.is_thread) return now + often;
    const auto quiet = now - source.found_at.value_or(source.looked_at.value_or(now));
    if (!source.found_at) return now + 5min;
    if (quiet < 1h) return now + often;
    if (quiet < 24h) return now + 5min;
    if (quiet < 24h * 7) return now + 1h;
    if (quiet < 24h * 30) return now + 24h;
    return now + never;
}

bool is_due_for_walk(const Watched& source, base::Time now) {
    using namespace std::chrono_literals;
    if (!source.is_thread || !source.walked_at) return false; // the first walk is a hole of its own
    const auto quiet = now - source.found_at.value_or(*source.walked_at);
    return now - *source.walked_at >= (quiet < 24h ? base::Duration(1h) : base::Duration(24h));
}

} // namespace network
