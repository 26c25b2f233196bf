// The drawings, each on a square of 24, strokes only.
#pragma once
#include "html/icon.h"

namespace html {

[[nodiscard]] Markup icon_shape(Icon icon);

} // namespace html
