#include "cases/figures.h"

namespace cases {

Numbers& Numbers::operator+=(const Numbers& other) noexcept {
    received += other.received;
    done += other.done;
    in_time += other.in_time;
    claimed += other.claimed;
    contested += other.contested;
    open += other.open;
    overdue += other.overdue;
    return *this;
}

std::int64_t Numbers::of(Measure measure) const noexcept {
    switch (measure) {
    case Measure::received: return received;
    case Measure::done: return done;
    case Measure::in_time: return in_time;
    case Measure::claimed: return claimed;
    case Measure::contested: return contested;
    case Measure::open: return open;
    case Measure::overdue: return overdue;
    }
    return 0;
}

} // namespace cases
