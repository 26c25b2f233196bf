#include "deadlines/calendar.h"

#include <algorithm>
#include <tuple>

namespace deadlines {
namespace {

using namespace std::chrono;

/// Holiday lists reach a few years; one that claims centuries is counted day by day beyond this.
constexpr int most_years_in_table = 30;
constexpr days longest_search{3'660};

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

base::Duration length(std::span<const agency::OpenInterval> open) noexcept {
    base::Duration out{};
    for (const auto& each : open)
        out += each.closes - each.opens;
    return out;
}

} // namespace

Calendar::Calendar(CalendarParts parts) : parts_(std::move(parts)) {
    auto& holidays = parts_.holidays;
    std::ranges::sort(parts_.worked);
    std::ranges::sort(parts_.special, {}, &DayHours::day);
    if (parts_.leave == CollectiveLeave::is_worked)
        std::erase_if(holidays, [](const Holiday& h) { return h.kind == HolidayKind::collective_leave; });
    std::ranges::sort(holidays, {}, [](const Holiday& h) { return std::tuple(h.day, rank(h.kind), h.name); });
    const auto repeated = std::ranges::unique(holidays, {}, &Holiday::day);
    holidays.erase(repeated.begin(), repeated.end());
    if (!parts_.years) {
        parts_.years.emplace();
        for (const Holiday& each : holidays)
            if (each.kind == HolidayKind::national &&
                (parts_.years->empty() || parts_.years->back() != year_of(each.day)))
                parts_.years->push_back(year_of(each.day));
    }
    fill_table();
}

Calendar::Calendar(base::Zone zone, std::vector<Holiday> holidays, CollectiveLeave leave,
                   std::vector<base::Day> worked)
    : Calendar(CalendarParts{.zone = zone,
                             .holidays = std::move(holidays),
                             .leave = leave,
                             .worked = std::move(worked),
                             .special = {},
                             .years = {}}) {}

void Calendar::fill_table() {
    if (parts_.years->empty()) return;
    const int from = parts_.years->front() - 1;
    const int until = std::min(parts_.years->back() + 1, from + most_years_in_table);
    first_ = year{from} / January / 1;
    const base::Day end = year{until + 1} / January / 1;
    for (base::Day day = first_; day < end; day += days{1}) {
        const DayState state = looked_up(day);
        workdays_before_.push_back(static_cast<int>(workdays_.size()));
        if (state == DayState::workday) workdays_.push_back(static_cast<int>((day - first_).count()));
        open_times_.push_back(length(open(day)));
        states_.push_back(state); // last: until then the day is looked up
    }
    workdays_before_.push_back(static_cast<int>(workdays_.size()));
}

base::Day Calendar::ends_on() const noexcept {
    if (parts_.years->empty()) return base::Day{};
    return year{parts_.years->back()} / December / 31;
}

bool Calendar::covers(base::Day day) const noexcept {
    return std::ranges::binary_search(*parts_.years, year_of(day));
}

bool Calendar::covers(base::Day after, base::Day until) const noexcept {
    for (int y = year_of(after + days{1}); y <= year_of(until); ++y)
        if (!std::ranges::binary_search(*parts_.years, y)) return false;
    return true;
}

const Holiday* Calendar::holiday(base::Day day) const noexcept {
    if (std::ranges::binary_search(parts_.worked, day)) return nullptr;
    const auto found = std::ranges::lower_bound(parts_.holidays, day, {}, &Holiday::day);
    return found != parts_.holidays.end() && found->day == day ? &*found : nullptr;
}

DayState Calendar::looked_up(base::Day day) const noexcept {
    if (std::ranges::binary_search(parts_.worked, day)) return DayState::workday;
    if (const Holiday* found = holiday(day)) {
        switch (found->kind) {
        case HolidayKind::national: return DayState::holiday;
        case HolidayKind::own: return DayState::own;
        case HolidayKind::collective_leave: return DayState::collective_leave;
        }
    }
    return is_weekend(day) ? DayState::weekend : DayState::workday;
}

DayState Calendar::state(base::Day day) const noexcept {
    const auto at = (day - first_).count();
    return at >= 0 && at < std::ssize(states_) ? states_[static_cast<std::size_t>(at)] : looked_up(day);
}

base::Day Calendar::advance(base::Day day, int count) const noexcept {
    if (count <= 0) return day;
    if (const auto at = (day - first_).count(); at >= 0 && at < std::ssize(states_)) {
        const auto wanted =
            static_cast<std::size_t>(workdays_before_[static_cast<std::size_t>(at) + 1] + count);
        if (wanted <= workdays_.size()) return first_ + days{workdays_[wanted - 1]};
    }
    while (count > 0)
        if (is_workday(day += days{1})) --count;
    return day;
}

int Calendar::workdays(base::Day from, base::Day until) const noexcept {
    const auto begin = (from - first_).count(), end = (until - first_).count();
    if (begin >= 0 && begin <= end && end <= std::ssize(states_))
        return workdays_before_[static_cast<std::size_t>(end)] -
               workdays_before_[static_cast<std::size_t>(begin)];
    int count = 0;
    for (; from < until; from += days{1})
        if (is_workday(from)) ++count;
    return count;
}

std::span<const agency::OpenInterval> Calendar::open(base::Day day) const noexcept {
    if (const auto own = std::ranges::lower_bound(parts_.special, day, {}, &DayHours::day);
        own != parts_.special.end() && own->day == day)
        return own->open;
    switch (state(day)) {
    case DayState::holiday:
    case DayState::collective_leave:
    case DayState::own: return {};
    case DayState::workday:
    case DayState::weekend: break;
    }
    return parts_.hours.days[weekday(day).iso_encoding() - 1];
}

base::Duration Calendar::open_time(base::Day day) const noexcept {
    const auto at = (day - first_).count();
    return at >= 0 && at < std::ssize(open_times_) ? open_times_[static_cast<std::size_t>(at)]
                                                   : length(open(day));
}

base::Duration Calendar::open_between(base::Time from, base::Time until) const noexcept {
    base::Duration out{};
    if (until <= from) return out;
    const base::Day first = base::local_day(from, zone()), last = base::local_day(until, zone());
    for (base::Day day = first; day <= last; day += days{1}) {
        if (day != first && day != last) {
            out += open_time(day);
            continue;
        }
        for (const auto& each : open(day)) {
            const base::Time opens = std::max(base::at_local(day, each.opens, zone()), from);
            const base::Time closes = std::min(base::at_local(day, each.closes, zone()), until);
            if (opens < closes) out += closes - opens;
        }
    }
    return out;
}

base::Time Calendar::add_open(base::Time from, base::Duration amount) const noexcept {
    if (amount <= base::Duration{}) return from;
    const base::Day first = base::local_day(from, zone());
    for (base::Day day = first; day <= first + longest_search; day += days{1}) {
        if (day != first && open_time(day) < amount) {
            amount -= open_time(day);
            continue;
        }
        for (const auto& each : open(day)) {
            const base::Time opens = std::max(base::at_local(day, each.opens, zone()), from);
            const base::Time closes = base::at_local(day, each.closes, zone());
            if (closes <= opens) continue;
            if (amount <= closes - opens) return opens + amount;
            amount -= closes - opens;
        }
    }
    return base::end_of_day(first + longest_search, zone());
}

Calendar shipped_calendar(base::Zone zone, CollectiveLeave leave) {
    return {zone, shipped_holidays(), leave};
}

} // namespace deadlines
