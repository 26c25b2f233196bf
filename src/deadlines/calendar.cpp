#include "deadlines/calendar.h"

#include <algorithm>
#include <tuple>

namespace deadlines {
namespace {

using namespace std::chrono;

int year_of(base::Day day) noexcept {
    return static_cast<int>(year_month_day{day}.year());
}

bool is_weekend(base::Day day) noexcept {
    const weekday w{day};
    return w == Saturday || w == Sunday;
}

int rank(HolidayKind kind) noexcept {
    switch (kind) {
    case HolidayKind::national: return 0;
    case HolidayKind::own: return 1;
    case HolidayKind::collective_leave: return 2;
    }
    return 2;
}

} // namespace

Calendar::Calendar(base::Zone zone, std::vector<Holiday> holidays, CollectiveLeave leave,
                   std::vector<base::Day> worked)
    : zone_(zone), holidays_(std::move(holidays)), worked_(std::move(worked)) {
    std::ranges::sort(worked_);
    if (leave == CollectiveLeave::is_worked)
        std::erase_if(holidays_, [](const Holiday& h) { return h.kind == HolidayKind::collective_leave; });
    std::ranges::sort(holidays_, {},
                      [](const Holiday& h) { return std::tuple(h.day, rank(h.kind), h.name); });
    const auto repeated = std::ranges::unique(holidays_, {}, &Holiday::day);
    holidays_.erase(repeated.begin(), repeated.end());
    for (const Holiday& holiday : holidays_) {
        const int year = year_of(holiday.day);
        if (holiday.kind == HolidayKind::national && (years_.empty() || years_.back() != year))
            years_.push_back(year);
    }
}

base::Day Calendar::ends_on() const noexcept {
    if (years_.empty()) return base::Day{};
    return year{years_.back()} / December / 31;
}

bool Calendar::covers(base::Day day) const noexcept {
    return std::ranges::binary_search(years_, year_of(day));
}

bool Calendar::covers(base::Day after, base::Day until) const noexcept {
    for (int y = year_of(after + days{1}); y <= year_of(until); ++y)
        if (!std::ranges::binary_search(years_, y)) return false;
    return true;
}

const Holiday* Calendar::holiday(base::Day day) const noexcept {
    if (std::ranges::binary_search(worked_, day)) return nullptr;
    const auto found = std::ranges::lower_bound(holidays_, day, {}, &Holiday::day);
    return found != holidays_.end() && found->day == day ? &*found : nullptr;
}

DayState Calendar::state(base::Day day) const noexcept {
    if (std::ranges::binary_search(worked_, day)) return DayState::workday;
    if (const Holiday* found = holiday(day)) {
        switch (found->kind) {
        case HolidayKind::national: return DayState::holiday;
        case HolidayKind::own: return DayState::own;
        case HolidayKind::collective_leave: return DayState::collective_leave;
        }
    }
    return is_weekend(day) ? DayState::weekend : DayState::workday;
}

base::Day Calendar::advance(base::Day day, int count) const noexcept {
    while (count > 0)
        if (is_workday(day += days{1})) --count;
    return day;
}

int Calendar::workdays(base::Day from, base::Day until) const noexcept {
    int count = 0;
    for (; from < until; from += days{1})
        if (is_workday(from)) ++count;
    return count;
}

Calendar shipped_calendar(base::Zone zone, CollectiveLeave leave) {
    return {zone, shipped_holidays(), leave};
}

} // namespace deadlines
