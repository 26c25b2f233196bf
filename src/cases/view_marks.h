// Which marks the cases of a view carry. Pure.
#pragma once
#include "cases/standing.h"
#include "cases/view.h"

namespace cases {

/// A case stands in the view when (standing & mask) = mark; what depends on the person comes on top.
struct ViewMarks {
    int mask = 0;
    int mark = 0;
};
[[nodiscard]] ViewMarks marks_of(View view) noexcept;

} // namespace cases
