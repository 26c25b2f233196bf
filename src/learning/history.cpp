#include "learning/history.h"

#include "learning/learn_limits.h"

namespace learning {

bool is_due(const std::optional<Entry>& last, std::int64_t decisions, base::Time now, base::Zone zone) {
    const auto hour = base::local_time_of_day(now, zone);
    if (hour < night_begins || hour >= night_ends) return false;
    if (!last) return decisions >= fewest_decided_cases;
    return base::local_day(last->at, zone) < base::local_day(now, zone) &&
           decisions >= last->decisions + fewest_new_decisions;
}

} // namespace learning
