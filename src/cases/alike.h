// A case that is likely about the same thing as another, and why. Plain.
#pragma once
#include "cases/incident.h"
#include "cases/likeness.h"

namespace cases {

struct Alike {
    Case c;
    Likeness why; ///< without words where the viewer may not read them
    std::optional<Incident> incident;
    [[nodiscard]] int people() const noexcept { return incident ? incident->people : 1; }
};
inline constexpr std::size_t most_alike = 5;

} // namespace cases
