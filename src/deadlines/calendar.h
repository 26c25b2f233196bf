// Working days and office hours: weekends, national holidays, collective leave and an agency's own days off,
// in one zone. A calendar knows which years it was told about; what is counted beyond them is provisional.
#pragma once
#include "agency/office_hours.h"
#include "deadlines/holidays.h"

#include <span>

namespace deadlines {

[[nodiscard]] constexpr int year_of(base::Day day) noexcept {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// Whether collective leave (cuti bersama) is a day off for this agency; regions differ.
enum class CollectiveLeave { is_off, is_worked };

enum class DayState { workday, weekend, holiday, collective_leave, own };

/// A day with hours of its own, whatever else it is: a short day before a feast, a Saturday with service.
struct DayHours {
    base::Day day;
    std::vector<agency::OpenInterval> open;
    bool operator==(const DayHours&) const = default;
};

/// What a calendar is made of.
struct CalendarParts {
    base::Zone zone = base::Zone::wib;
    /// Where two name the same day, a national holiday wins, then an own day.
    std::vector<Holiday> holidays;
    CollectiveLeave leave = CollectiveLeave::is_off;
    std::vector<base::Day> worked; ///< working days whatever else they are
    agency::OfficeHours hours = agency::usual_office_hours();
    std::vector<DayHours> special;
    /// The years it was told about; none: those with a national holiday.
    std::optional<std::vector<int>> years;
};

class Calendar {
public:
    explicit Calendar(CalendarParts parts);
    Calendar(base::Zone zone, std::vector<Holiday> holidays, CollectiveLeave leave = CollectiveLeave::is_off,
             std::vector<base::Day> worked = {});

    [[nodiscard]] base::Zone zone() const noexcept { return parts_.zone; }
    /// In order of days, each once; collective leave that is worked left out; years filled in.
    [[nodiscard]] const CalendarParts& parts() const noexcept { return parts_; }
    /// 31 December of the last year it was told about; the first day of all when it knows none.
    [[nodiscard]] base::Day ends_on() const noexcept;
    /// A year is known when it has a national holiday.
    [[nodiscard]] bool covers(base::Day day) const noexcept;
    /// Every day after `after` until `until`, both ends of that range included.
    [[nodiscard]] bool covers(base::Day after, base::Day until) const noexcept;

    [[nodiscard]] DayState state(base::Day day) const noexcept;
    [[nodiscard]] bool is_workday(base::Day day) const noexcept { return state(day) == DayState::workday; }
    /// Null on a day without a name; a day that is worked has none.
    [[nodiscard]] const Holiday* holiday(base::Day day) const noexcept;

    /// The `count`-th working day after `day`; `day` itself when count is 0.
    [[nodiscard]] base::Day advance(base::Day day, int count) const noexcept;
    /// Working days from `from` (included) to `until` (not included).
    [[nodiscard]] int workdays(base::Day from, base::Day until) const noexcept;

    /// Hours of its own, else those of its weekday unless it is a holiday. A weekend is closed only when its
    /// hours say so.
    [[nodiscard]] std::span<const agency::OpenInterval> open(base::Day day) const noexcept;
    /// Office time from one moment to another.
    [[nodiscard]] base::Duration open_between(base::Time from, base::Time until) const noexcept;
    /// The earliest moment by which so much office time has gone by; ten years later at most, when an office
    /// is hardly ever open.
    [[nodiscard]] base::Time add_open(base::Time from, base::Duration amount) const noexcept;

private:
    [[nodiscard]] DayState looked_up(base::Day day) const noexcept;
    [[nodiscard]] base::Duration open_time(base::Day day) const noexcept;
    void fill_table();

    CalendarParts parts_;
    // Counting is asked for with every case: the known years are counted once, day by day from first_.
    base::Day first_{};
    std::vector<DayState> states_;
    std::vector<base::Duration> open_times_;
    std::vector<int> workdays_before_; ///< of each day, and one behind the last
    std::vector<int> workdays_;        ///< days from first_
};

/// The holidays of data/holidays/ for agencies that add none of their own.
[[nodiscard]] Calendar shipped_calendar(base::Zone zone, CollectiveLeave leave = CollectiveLeave::is_off);

} // namespace deadlines

template <> inline constexpr auto base::codes<deadlines::DayState> =
    std::to_array<base::Coded<deadlines::DayState>>({
        {deadlines::DayState::workday, "workday"},
        {deadlines::DayState::weekend, "weekend"},
        {deadlines::DayState::holiday, "holiday"},
        {deadlines::DayState::collective_leave, "collective_leave"},
        {deadlines::DayState::own, "own"},
    });
