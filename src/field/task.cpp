#include "field/task.h"

#include "agency/directory.h"
#include "cases/lifecycle.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace field {
namespace {

constexpr double earth_km = 6371.0;

double radians(double degrees) noexcept {
    return degrees * std::numbers::pi / 180;
}

/// Running clocks first, the earliest due before the others.
auto due_key(const TaskRow& row) {
    return std::tuple(!row.due_at, row.due_at.value_or(base::Time{}), row.planned_day.value_or(""), row.id);
}

} // namespace

double km_between(places::Point a, places::Point b) noexcept {
    const double half_lat = std::sin(radians(b.lat - a.lat) / 2);
    const double half_lon = std::sin(radians(b.lon - a.lon) / 2);
    const double h =
        half_lat * half_lat + std::cos(radians(a.lat)) * std::cos(radians(b.lat)) * half_lon * half_lon;
    return 2 * earth_km * std::asin(std::sqrt(std::min(1.0, h)));
}

std::optional<double> km_to(const TaskRow& row, places::Point from) noexcept {
    if (!row.lat || !row.lon) return std::nullopt;
    return km_between(from, {*row.lat, *row.lon});
}

void by_due(std::vector<TaskRow>& rows) {
    std::ranges::sort(rows, {}, due_key);
}

void by_distance(std::vector<TaskRow>& rows, places::Point from) {
    by_due(rows);
    std::ranges::stable_sort(rows, {}, [&](const TaskRow& row) {
        return km_to(row, from).value_or(std::numeric_limits<double>::infinity());
    });
}

bool Task::can(cases::CommandName command) const noexcept {
    return std::ranges::find(may, command) != may.end();
}

NextStep next_step(const Task& task) noexcept {
    if (task.can(cases::CommandName::start)) return NextStep::start;
    if (task.can(cases::CommandName::resolve)) return NextStep::result;
    return NextStep::look;
}

proof::ProofKind demanded(const cases::Case& c, const agency::Directory& directory) noexcept {
    const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
    return cases::demanded_proof(c.kind, topic ? topic->proof : proof::ProofKind::answer,
                                 proof::ProofKind::answer);
}

} // namespace field
