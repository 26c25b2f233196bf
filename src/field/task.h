// A task: a case that waits for work at a place, as the list of /lapangan shows it, and the two orders of
// that list. Pure.
#pragma once
#include "agency/directory.h"
#include "cases/command.h"
#include "cases/visibility.h"
#include "deadlines/deadline.h"
#include "places/area.h"

#include <span>

namespace field {

/// What the order of tasks needs to know of each.
struct TaskRow {
    cases::CaseId id;
    std::optional<base::Time> due_at; ///< of the running clock of `resolve`
    std::optional<double> lat, lon;
    std::optional<std::string> planned_day; ///< of scheduled ones
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (id, due_at, lat, lon, planned_day))

enum class Order { due, distance };

/// On a sphere of 6,371 km: within 0.5 % in Indonesia.
[[nodiscard]] double km_between(places::Point a, places::Point b) noexcept;
[[nodiscard]] std::optional<double> km_to(const TaskRow& row, places::Point from) noexcept;

/// The earliest due first; then those without a running clock, by their planned day, then by age.
void by_due(std::vector<TaskRow>& rows);
/// The nearest first; those without a point last, by due time.
void by_distance(std::vector<TaskRow>& rows, places::Point from);

struct Task {
    cases::Case c;
    std::optional<deadlines::Deadline> clock; ///< `resolve`
    std::optional<std::string> picture;       ///< sha256 of the report's first picture
    std::optional<double> km;                 ///< from where the officer stands
    std::vector<cases::CommandName> may;      ///< what this person could do now
    bool may_see_words = false;

    [[nodiscard]] bool can(cases::CommandName command) const noexcept;
};

/// The one step that the card of a task offers.
enum class NextStep { start, result, look };
[[nodiscard]] NextStep next_step(const Task& task) noexcept;

/// What proves this case solved; whistleblowing is answered.
[[nodiscard]] proof::ProofKind demanded(const cases::Case& c, const agency::Directory& directory) noexcept;

} // namespace field

template <> inline constexpr auto base::codes<field::Order> = std::to_array<base::Coded<field::Order>>({
    {field::Order::due, "tenggat"},
    {field::Order::distance, "jarak"},
});
