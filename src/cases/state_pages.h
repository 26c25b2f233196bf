// The chip of a state: icon, word and colour, the same on every screen.
#pragma once
#include "base/language.h"
#include "cases/case.h"
#include "html/marks.h"

namespace cases {

[[nodiscard]] html::Tone tone(State state) noexcept;
[[nodiscard]] html::Icon icon(State state) noexcept;
[[nodiscard]] html::Markup state_chip(State state, base::Language language);

} // namespace cases
