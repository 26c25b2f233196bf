// Working days: weekends, national holidays, collective leave and an agency's own days off, in one zone.
// A calendar knows which years it was told about; what is counted beyond them is provisional.
#pragma once
#include "deadlines/holidays.h"

namespace deadlines {

/// Whether collective leave (cuti bersama) is a day off for this agency; regions differ.
enum class CollectiveLeave { is_off, is_worked };

enum class DayState { workday, weekend, holiday, collective_leave, own };

class Calendar {
public:
    /// Days of several lists together; where two name the same day, a national holiday wins, then an own day.
    /// `worked` are working days whatever else they are.
    Calendar(base::Zone zone, std::vector<Holiday> holidays, CollectiveLeave leave = CollectiveLeave::is_off,
             std::vector<base::Day> worked = {});

    [[nodiscard]] base::Zone zone() const noexcept { return zone_; }
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

private:
    base::Zone zone_;
    std::vector<Holiday> holidays_; ///< by day, each once
    std::vector<int> years_;        ///< known ones, ascending
    std::vector<base::Day> worked_; ///< ascending
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
