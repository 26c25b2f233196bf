#include "cases/arbitration.h"

namespace cases {

bool is_being_settled(const Case& c) noexcept {
    return c.state == State::verified && c.returns >= 2;
}

base::Time settle_before(base::Time refused_at, const agency::Arbiter& arbiter,
                         const deadlines::Calendar& calendar) {
    const base::Day day = base::local_day(refused_at, calendar.zone());
    return base::end_of_day(calendar.advance(day, arbiter.working_days), calendar.zone());
}

} // namespace cases
