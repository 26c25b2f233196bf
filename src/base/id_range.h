// Ids are ordered by time: the rows of a span of time are a range of the primary key.
#pragma once
#include "base/time.h"

#include <cstdint>

namespace base {

/// No id made at or after that moment is smaller; none made before it is as large.
[[nodiscard]] std::int64_t first_id_at(Time time) noexcept;

} // namespace base
