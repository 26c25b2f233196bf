#include "deadlines/deadline.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace deadlines {
namespace {

using base::Zone;
using std::chrono::days;

/// The same rule, told as slowly as possible: midnight by midnight, with civil dates and plain sets of days.
class SlowCalendar {
public:
    SlowCalendar(const std::vector<Holiday>& holidays, CollectiveLeave leave) {
        for (const Holiday& holiday : holidays)
            if (holiday.kind != HolidayKind::collective_leave || leave == CollectiveLeave::is_off)
                off_.insert(holiday.day);
    }
    [[nodiscard]] bool is_off(base::Day day) const {
        const unsigned weekday = std::chrono::weekday{day}.c_encoding();
        return weekday == 0 || weekday == 6 || off_.contains(day);
    }
    [[nodiscard]] base::Time due(base::Time start, int amount, Zone zone,
                                 const std::vector<Pause>& pauses) const {
        base::Time local_midnight = base::Time{std::chrono::floor<days>(start + base::utc_offset(zone))};
        for (int left = amount; left > 0;) {
            local_midnight += days{1};
            const base::Time end = local_midnight + days{1} - base::utc_offset(zone);
            bool stands = false;
            for (const Pause& pause : pauses)
                stands = stands || (pause.from < end && end <= pause.until && pause.until > start);
            if (!is_off(base::Day{std::chrono::floor<days>(local_midnight)}) && !stands) --left;
        }
        return local_midnight + days{1} - base::utc_offset(zone) - std::chrono::milliseconds{1};
    }

private:
    std::set<base::Day> off_;
};

struct Try {
    std::int64_t start_ms = 0;
    int amount = 0;
    int zone = 0;
    bool leave_worked = false;
    std::vector<std::pair<std::int64_t, std::int64_t>> pauses; ///< ms after start, length
};

std::ostream& operator<<(std::ostream& out, const Try& t) {
    out << base::to_iso(base::time_from_ms(t.start_ms)) << " + " << t.amount << " zone " << t.zone
        << " leave " << t.leave_worked;
    for (const auto& [from, length] : t.pauses)
        out << " pause " << from << "+" << length;
    return out;
}

constexpr std::int64_t day_ms = 86'400'000;

rc::Gen<Try> any_try() {
    // From December 2023 into 2028: over both ends of the known years.
    return rc::gen::build<Try>(
        rc::gen::set(&Try::start_ms, rc::gen::inRange<std::int64_t>(1'701'388'800'000, 1'840'000'000'000)),
        rc::gen::set(&Try::amount, rc::gen::inRange(1, 61)), rc::gen::set(&Try::zone, rc::gen::inRange(0, 3)),
        rc::gen::set(&Try::leave_worked, rc::gen::arbitrary<bool>()),
        rc::gen::set(
            &Try::pauses,
            rc::gen::resize(3, rc::gen::container<std::vector<std::pair<std::int64_t, std::int64_t>>>(
                                   rc::gen::pair(rc::gen::inRange<std::int64_t>(-3 * day_ms, 30 * day_ms),
                                                 rc::gen::inRange<std::int64_t>(1, 6 * day_ms))))));
}

std::vector<Pause> pauses_of(const Try& t) {
    std::vector<Pause> out;
    for (const auto& [from, length] : t.pauses)
        out.push_back(
            {base::time_from_ms(t.start_ms + from), base::time_from_ms(t.start_ms + from + length)});
    return out;
}

CollectiveLeave leave_of(const Try& t) {
    return t.leave_worked ? CollectiveLeave::is_worked : CollectiveLeave::is_off;
}

const Calendar& calendar_of(const Try& t) {
    static const std::vector<Calendar> all = [] {
        std::vector<Calendar> out;
        for (Zone zone : {Zone::wib, Zone::wita, Zone::wit})
            for (CollectiveLeave leave : {CollectiveLeave::is_off, CollectiveLeave::is_worked})
                out.push_back(shipped_calendar(zone, leave));
        return out;
    }();
    return all[static_cast<std::size_t>(t.zone * 2 + (t.leave_worked ? 1 : 0))];
}

const SlowCalendar& slow_calendar_of(const Try& t) {
    static const SlowCalendar off(shipped_holidays(), CollectiveLeave::is_off);
    static const SlowCalendar worked(shipped_holidays(), CollectiveLeave::is_worked);
    return t.leave_worked ? worked : off;
}

// 100 runs of 120 dates each.
std::vector<Try> many(std::size_t count = 120) {
    return *rc::gen::container<std::vector<Try>>(count, any_try());
}

RC_GTEST_PROP(DueProperty, agrees_with_walking_midnight_by_midnight, ()) {
    for (const Try& t : many()) {
        const SlowCalendar& slow = slow_calendar_of(t);
        const base::Time start = base::time_from_ms(t.start_ms);
        const Zone zone = static_cast<Zone>(t.zone);
        const Due plain = due(testing::working_days(t.amount), start, calendar_of(t));
        RC_ASSERT(base::to_ms(plain.at) == base::to_ms(slow.due(start, t.amount, zone, {})));
        const auto pauses = pauses_of(t);
        const Due paused = due(testing::working_days(t.amount), start, calendar_of(t), {}, pauses);
        RC_ASSERT(base::to_ms(paused.at) == base::to_ms(slow.due(start, t.amount, zone, pauses)));
    }
}

RC_GTEST_PROP(DueProperty, pausing_step_by_step_gives_what_counting_at_once_gives, ()) {
    for (const Try& t : many()) {
        for (const Spec& spec : {testing::working_days(t.amount), testing::hours(t.amount * 3)}) {
            const Calendar& calendar = calendar_of(t);
            const base::Time start = base::time_from_ms(t.start_ms);
            Profile profile;
            Deadline deadline = start_for({"case", 1}, profile, spec, start, calendar);
            const auto pauses = in_order(pauses_of(t), start);
            for (const Pause& pause : pauses)
                deadline = resumed(paused(std::move(deadline), spec, pause.from, calendar), spec, pause.until,
                                   calendar);
            const Due at_once = due(spec, start, calendar, {}, pauses);
            RC_ASSERT(base::to_ms(deadline.due_at) == base::to_ms(at_once.at));
            RC_ASSERT(deadline.is_provisional == at_once.is_provisional);
        }
    }
}

RC_GTEST_PROP(DueProperty, one_more_day_off_never_makes_it_earlier, ()) {
    for (const Try& t : many(20)) {
        auto more = shipped_holidays();
        const auto shift = days{*rc::gen::inRange(0, 60)};
        const base::Time start = base::time_from_ms(t.start_ms);
        const base::Day extra = std::chrono::floor<days>(start) + shift;
        more.push_back({extra, HolidayKind::own, "libur", "uji"});
        const Calendar longer(static_cast<Zone>(t.zone), more, leave_of(t));
        const Spec spec = testing::working_days(t.amount);
        RC_LOG() << t << " extra " << base::to_iso(extra);
        RC_ASSERT(due(spec, start, longer).at >= due(spec, start, calendar_of(t)).at);
    }
}

RC_GTEST_PROP(DueProperty, it_falls_on_a_working_day_with_exactly_so_many_before_it, ()) {
    for (const Try& t : many()) {
        const Calendar& calendar = calendar_of(t);
        const base::Time start = base::time_from_ms(t.start_ms);
        const Due counted = due(testing::working_days(t.amount), start, calendar);
        const base::Day first = base::local_day(start, calendar.zone());
        const base::Day last = base::local_day(counted.at, calendar.zone());
        RC_ASSERT(calendar.is_workday(last));
        RC_ASSERT(calendar.workdays(first + days{1}, last + days{1}) == t.amount);
        RC_ASSERT(counted.at == base::end_of_day(last, calendar.zone()));
    }
}

} // namespace
} // namespace deadlines
