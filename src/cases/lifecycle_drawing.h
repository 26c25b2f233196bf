// The life of a case as a picture: every state and every command that leads from one to another, drawn from
// the table in transitions.h, so that a picture never says what the code does not. Pure.
#pragma once
#include "cases/transitions.h"

#include <functional>

namespace cases {

/// What the picture says beside the lines: codes, or the words of the screens.
struct Legend {
    std::string title;
    std::function<std::string(State)> state;
    std::function<std::string(CommandName)> command;
};
/// A whole SVG document, for light and dark backgrounds.
[[nodiscard]] std::string lifecycle_drawing(const Legend& legend);
/// With codes: docs/lifecycle.svg as it must be.
[[nodiscard]] std::string lifecycle_drawing();

} // namespace cases
