#include "cases/incident.h"

#include "cases/visibility.h"

#include <algorithm>
#include <bit>

namespace cases {
namespace {

/// Who may know of such a case is decided for it alone.
bool is_restricted(const Case& c) noexcept {
    return !is_known_to_public(c) || c.is_conduct();
}

} // namespace

base::Result<void> may_join(const Case& c, const std::optional<Incident>& own, const Case& with,
                            const std::optional<Incident>& other) {
    if (c.id == with.id) return base::fail_field("with", "field.invalid", "a case cannot join itself");
    if (is_restricted(c) || is_restricted(with)) return base::fail(base::Kind::conflict, "case.not_joinable");
    if (!own || !other) return {};
    return base::fail(base::Kind::conflict,
                      own->id == other->id ? "case.joined_already" : "case.joined_elsewhere");
}

double raise_of(int people) noexcept {
    constexpr double step = 0.05, most = 0.2;
    if (people < 2) return 0;
    const auto doublings = std::bit_width(static_cast<unsigned>(people)) - 1;
    return std::min(most, step * static_cast<double>(doublings));
}

double priority_of(double urgency, int people) noexcept {
    return std::min(1.0, urgency + raise_of(people));
}

} // namespace cases
